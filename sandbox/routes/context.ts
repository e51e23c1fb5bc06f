import type { Account, Call, Contact } from "../company/types";

/** Whether fields are wanted as they are or as they were. */
export type Timing = "Now" | "TimeOfCall";
type Depth = "Basic" | "Extended";

interface CrmObject {
  objectType: string;
  objectId: string;
  fields?: { name: string; value: unknown }[];
  timing?: Timing;
}

/** Account and opportunity of a call; their fields only in an extended answer. */
export function renderCallContext(call: Call, depth: Depth, timings: readonly Timing[]) {
  const { account } = call;
  if (!account) return [];
  return salesforce(
    depth === "Basic"
      ? [
          { objectType: "Account", objectId: account.externalId },
          { objectType: "Opportunity", objectId: account.opportunity.externalId },
        ]
      : timings.flatMap((timing) => [
          accountObject(account, timing),
          opportunityObject(account, timing),
        ]),
  );
}

/** The lead or contact behind a party. */
export function renderPartyContext(contact: Contact, depth: Depth, timings: readonly Timing[]) {
  const { objectType, externalId: objectId } = contact;
  return salesforce(
    depth === "Basic"
      ? [{ objectType, objectId }]
      : timings.map((timing) => ({
          objectType,
          objectId,
          fields: [
            { name: "Title", value: contact.title },
            { name: "Email", value: contact.emailAddress },
          ],
          timing,
        })),
  );
}

function salesforce(objects: CrmObject[]) {
  return [{ system: "Salesforce", objects }];
}

function accountObject(account: Account, timing: Timing): CrmObject {
  return {
    objectType: "Account",
    objectId: account.externalId,
    fields: [
      { name: "Name", value: account.name },
      { name: "Industry", value: account.industry },
      { name: "Website", value: account.website },
    ],
    timing,
  };
}

function opportunityObject({ opportunity }: Account, timing: Timing): CrmObject {
  const { stage, probability } = timing === "Now" ? opportunity.now : opportunity.atCall;
  return {
    objectType: "Opportunity",
    objectId: opportunity.externalId,
    fields: [
      { name: "Name", value: opportunity.name },
      { name: "StageName", value: stage },
      { name: "Probability", value: probability },
      { name: "Amount", value: opportunity.amount },
      { name: "CloseDate", value: opportunity.closeDate },
    ],
    timing,
  };
}
