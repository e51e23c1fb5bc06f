import type { ExtensiveCall } from "../operations/answers";
import { type Criteria, matcher, selectorFor } from "./criteria";

const call: ExtensiveCall = {
  metaData: {
    id: "7782342274025937895",
    title: "Pricing review with Northmoor",
    primaryUserId: "234599484848423",
    direction: "Conference",
    scope: "External",
    duration: 1804,
    isPrivate: true,
  },
  context: [{ objects: [{ objectId: "0013601230sV7grAAC" }, { objectId: null }] }],
  parties: [
    { userId: "563515258458745", emailAddress: "Noor.Hale@harbourline.example" },
    {
      emailAddress: "robin.vale@northmoor.example",
      context: [{ objects: [{ objectId: "0031Q00002VbWdLQAV" }] }, { objects: null }],
    },
    { emailAddress: null, context: null },
  ],
  content: {
    brief: "The offer was discussed, and a date agreed on.",
    trackers: [
      { id: "6840000929075400007", name: "Competitors", count: 2 },
      { id: "6840000929075400008", name: "Discounts", count: 0 },
    ],
    topics: [
      { name: "Pricing", duration: 120 },
      { name: "Small Talk", duration: 0 },
    ],
    callOutcome: { id: "5", name: "Meeting Booked" },
  },
};

/** A call of which Gong sent no more than it must (G47). */
const bare: ExtensiveCall = { metaData: { id: "1" }, parties: null, context: null, content: null };

/** A call whose IDs are numbers (G17). */
const numbers = {
  metaData: { id: 1, primaryUserId: 5 },
  parties: [{ userId: 6 }],
  context: [{ objects: [{ objectId: 7 }] }],
  content: { trackers: [{ id: 8, name: null }], callOutcome: { id: 9 }, brief: null },
} as unknown as ExtensiveCall;

const fitting: Criteria[] = [
  {},
  { participants: ["someone@else.example", " ROBIN.vale@northmoor.example"] },
  { participants: ["northmoor.example"] },
  { participants: ["@Northmoor.example"] },
  { hostIds: ["1", "234599484848423"] },
  { userIds: ["234599484848423"] },
  { userIds: ["563515258458745"] },
  { crmObjectIds: ["0013601230sV7grAAC"] },
  { crmObjectIds: ["0013601230sV7gr"] },
  { crmObjectIds: ["0031Q00002VbWdLQAV"] },
  { words: "northmoor PRICING" },
  { words: "offer date" },
  { trackers: ["competitors"] },
  { trackers: ["6840000929075400007"] },
  { topics: ["pricing"] },
  { outcomes: ["5"] },
  { outcomes: ["meeting booked"] },
  {
    direction: "conference",
    scope: "EXTERNAL",
    minDuration: 1804,
    maxDuration: 1804,
    privacy: "private",
  },
  {
    crmObjectIds: ["https://harbourline.lightning.force.example/r/Account/0013601230sV7grAAC/view"],
  },
];

const unfitting: Criteria[] = [
  { participants: ["moor.example", "@"] },
  { participants: ["vale@northmoor.example"] },
  { hostIds: ["563515258458745"] },
  { userIds: ["1"] },
  { crmObjectIds: ["0013601230sV7GR"] },
  { words: "pricing date" },
  { trackers: ["Discounts"] },
  { topics: ["Small Talk"] },
  { outcomes: ["6"] },
  { direction: "Inbound" },
  { scope: "Internal" },
  { minDuration: 1805 },
  { maxDuration: 1803 },
  { privacy: "other" },
  { participants: ["northmoor.example"], topics: ["Security"] },
];

describe("Criteria", () => {
  it.each(fitting)("%j fit", (criteria) => {
    expect(matcher(criteria)(call)).toBe(true);
  });

  it.each([
    { hostIds: ["5"] },
    { userIds: ["6"] },
    { crmObjectIds: ["7"] },
    { trackers: ["8"] },
    { outcomes: ["9"] },
  ])("%j fit IDs that are numbers", (criteria) => {
    expect(matcher(criteria)(numbers)).toBe(true);
  });

  it.each(unfitting)("%j do not fit", (criteria) => {
    expect(matcher(criteria)(call)).toBe(false);
  });

  it.each(fitting.slice(1))("%j do not fit a call of which nothing is known", (criteria) => {
    expect(matcher(criteria)(bare)).toBe(false);
  });

  it("ask Gong for the fields that they look at, and no others", () => {
    expect(selectorFor({ direction: "Inbound", privacy: "private" })).toEqual({
      exposedFields: { content: {} },
    });
    const more = { context: "Extended", exposedFields: { content: { brief: true } } };
    expect(selectorFor({ userIds: ["1"] }, more)).toEqual({
      context: "Extended",
      exposedFields: { parties: true, content: { brief: true } },
    });
    expect(selectorFor({ crmObjectIds: ["1"], words: "offer", trackers: ["1"] })).toEqual({
      context: "Basic",
      exposedFields: { parties: true, content: { brief: true, trackers: true } },
    });
  });
});
