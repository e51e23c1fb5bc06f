import { type DropInRow, same } from "./dropInTable";

type Values = DropInRow["values"];
type On = Pick<DropInRow, "action" | "inputs">;

/** A row on an input whose value arrives in the body under its own key, or elsewhere. */
export const row = (
  promise: string,
  on: On,
  key: string,
  values: Values,
  at = `body.${key}`,
): DropInRow => ({ promise, ...on, key, values, at });

/** Values of a JSON input, as text and as they are. */
export const asJson = (...values: readonly unknown[]): Values =>
  values.flatMap((value): [unknown, unknown][] => [
    [value, value],
    [JSON.stringify(value), value],
  ]);

/** Values that all come to the same. */
export const all = (values: readonly unknown[], sent: unknown): Values =>
  values.map((value): [unknown, unknown] => [value, sent]);

/** Forms of ISO 8601, each of which Gong may read. */
export const moments: Values = [
  ...same("2026-03-01T09:00:00-07:00", "2026-03-01T09:00:00Z", "2026-03-01T09:00:00+0200"),
  ...same("2026-03-01T09:00:00+02", "20260301T090000Z", "20260301T0900+02", "20260301"),
  ...same("2026-03-01", "2026-03-01T09:00Z", "2026-03-01T09:00", "2026-03-01 09:00:00"),
  ...same("2026-03-01t09:00:00z", "2026-03-01T09:00:00.123456789012Z", "2026-03-01T09:00:00,5Z"),
  ...same("2026-03-01T24:00:00Z"),
  [new Date(0), "1970-01-01T00:00:00.000Z"],
];

/** People as the public component sends them; Gong decides which it takes. */
export const people = [
  { name: "Robin" },
  { email: "Robin Vale <robin@northmoor.example>" },
  { email: "robin@münchen.example", phone: 5, pronouns: "they" },
  { email: "robin@northmoor", name: null, title: "", context: null },
  { id: 17, vip: true },
  {},
];

const deal = { objectType: "Deal__c", objectId: 17, url: "x" };
const lead = { objectType: "Lead", objectId: "1", fields: [{ value: null }] };

/** Objects of systems that Gong's description does not name. */
export const crm = [
  { system: "Pipedrive", objects: [deal], since: 2026 },
  { system: "Salesforce", objects: [lead] },
  { system: "Generic", objects: null },
];
