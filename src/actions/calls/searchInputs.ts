import {
  booleanInput,
  choiceInput,
  instantInput,
  numberInput,
  suggestionInput,
  textInput,
  textListInput,
  trimmedInput,
} from "../../inputs/fields";
import { userIdsInput, workspaceIdInput } from "../../inputs/ids";

/** What calls are searched by. */
export const criteriaInputs = {
  participants: textListInput({
    label: "Participants",
    comments: "Email addresses, or domains such as northmoor.example, of people on the call.",
    placeholder: "robin.vale@northmoor.example",
    example: "northmoor.example",
  }),
  hostIds: userIdsInput("Host Ids", "Users who hosted the call."),
  userIds: userIdsInput("User Ids", "Users on the call, as host or otherwise."),
  crmObjectIds: textListInput({
    label: "CRM Object Ids",
    comments:
      "Accounts, opportunities, contacts, or leads linked to the call or its people, by ID or by web address in the CRM.",
    example: "0013601230sV7grAAC",
  }),
  words: textInput({
    label: "Words",
    comments:
      "Words to find, all of them in the title or all in the brief. Transcripts are not searched.",
    example: "pricing review",
  }),
  trackers: textListInput({
    label: "Trackers",
    comments: "Names or IDs of trackers that came up.",
    example: "Competitors",
    dataSource: "trackers",
  }),
  topics: textListInput({
    label: "Topics",
    comments: "Names of topics that people talked about.",
    example: "Pricing",
  }),
  outcomes: textListInput({
    label: "Call Outcomes",
    comments: "Names or IDs of the call's outcome, from List Call Outcomes.",
    example: "Meeting booked",
    dataSource: "outcomes",
  }),
  direction: suggestionInput({
    label: "Direction",
    comments: "Which side called, or Conference for a web conference.",
    example: "Conference",
    choices: ["Inbound", "Outbound", "Conference", "Unknown"],
  }),
  scope: suggestionInput({
    label: "Call Scope",
    comments: "Whether people outside your company were on the call.",
    example: "External",
    choices: ["Internal", "External", "Unknown"],
  }),
  minDuration: numberInput({
    label: "Minimum Duration",
    comments: "Shortest call to find, in seconds.",
    example: "300",
    min: 0,
  }),
  maxDuration: numberInput({
    label: "Maximum Duration",
    comments: "Longest call to find, in seconds.",
    example: "3600",
    min: 0,
  }),
  privacy: choiceInput({
    label: "Private Calls",
    default: "any",
    comments: "Whether to find private calls, other calls, or both.",
    example: "any",
    choices: {
      any: "Private and other calls",
      private: "Private calls only",
      other: "Other calls only",
    },
  }),
  workspaceId: workspaceIdInput("Only calls of this workspace. Blank means all workspaces."),
};

/** The range and the bounds of a search. */
export const rangeInputs = {
  fromDateTime: instantInput({
    label: "From Date Time",
    required: true,
    comments: "Search calls that began at this moment or later. ISO 8601.",
    example: "2026-01-01T00:00:00Z",
  }),
  toDateTime: instantInput({
    label: "To Date Time",
    comments: "Search calls that began before this moment. Blank means up to now. ISO 8601.",
    example: "2026-04-01T00:00:00Z",
  }),
};

/** How many calls a search finds, and where it goes on. */
export const boundInputs = {
  maxCalls: numberInput({
    label: "Maximum Calls",
    default: "100",
    comments: "The search stops when it has found this many calls, up to 1,000.",
    example: "100",
    min: 1,
    max: 1_000,
    integer: true,
  }),
  cursor: trimmedInput({
    label: "Cursor",
    comments:
      "The cursor of the previous result, with the other inputs unchanged. Blank starts with the latest calls.",
    placeholder: "Cursor from an earlier result",
    example: "eyJ0byI6MTc3MjMyMzIwMDAwMH0",
  }),
};

/** Whether calls come with their details. */
export const includeDetailsInput = booleanInput({
  label: "Include Details",
  default: "true",
  comments: "Add people, summary, and CRM objects to each call, besides what you search by.",
});
