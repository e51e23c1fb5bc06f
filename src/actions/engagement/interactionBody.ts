import type { ValuesOf } from "../../inputs/define";
import { InputError } from "../../inputs/InputError";
import {
  contentFields,
  customFields,
  type interactionInputs,
  numericDetails,
  person,
  personFields,
  searchDetails,
  stepDetails,
} from "./interactionInputs";

type Values = ValuesOf<typeof interactionInputs>;

/** The body that the values come to. @throws InputError for values that exclude each other */
export function toInteraction(values: Values): Record<string, unknown> {
  const { eventId, timestamp, eventType, sourceSystemName, sessionId, device } = values;
  const who = personOf(values);
  const { trackingId } = values;
  if (trackingId && who) {
    // Gong's description: one must be null when the other is sent.
    throw new InputError("Tracking Id", "must be blank when a person is given");
  }
  return {
    ...{ eventId, timestamp, eventType, sourceSystemName, sessionId, device },
    content: contentOf(values),
    person: who,
    customFields: customFields.read(values.customFields),
    trackingId,
  };
}

function contentOf(values: Values): object {
  const details = {
    contentId: values.contentId,
    contentTitle: values.contentTitle,
    contentLabel: values.contentLabels,
    contentUrl: values.contentUrl,
    contentAdditionalInfoUrl: values.contentAdditionalInfoUrl,
    numericContentDetails: numericDetails.read(values.numericDetails),
    stepContentDetails: stepDetails.read(values.stepDetails),
    searchObjectDetails: searchDetails.read(values.searchDetails),
    contentCustomFields: contentFields.read(values.contentFields),
  };
  const isGiven = Object.values(details).some((value) => value !== undefined);
  if (values.contentJson) {
    if (isGiven) refuseTwice("Content as JSON", "the content's own inputs are");
    return values.contentJson;
  }
  if (details.contentTitle) return details;
  throw new InputError("Content Title", "is required", "Prices, March 2026");
}

function personOf(values: Values): object | undefined {
  const filled = person.read(values.person);
  const personCustomFields = personFields.read(values.personFields);
  const { personJson } = values;
  if (filled && personJson) refuseTwice("Person as JSON", "Person is");
  const facts = personCustomFields && { personCustomFields };
  if (!filled) return (personJson ?? facts) && { ...personJson, ...facts };
  const { crmObjectType, crmObjectId, country, state, region, city, ...rest } = filled;
  const { companyId, companyName, companyDomain, accountId, opportunityId, ...own } = rest;
  if (crmObjectId && !crmObjectType) {
    throw new InputError("Person", "needs CRM Record Type beside CRM Record Id", "CONTACT");
  }
  const contexts = [
    { objectType: "ACCOUNT", objectId: accountId },
    { objectType: "OPPORTUNITY", objectId: opportunityId },
  ].filter(({ objectId }) => objectId);
  return {
    ...own,
    personBusinessContext: given({
      objectType: crmObjectId && crmObjectType,
      objectId: crmObjectId,
    }),
    location: given({ country, state, region, city }),
    company: given({
      companyId,
      name: companyName,
      domain: companyDomain,
      companyBusinessContexts: contexts.length > 0 ? contexts : undefined,
    }),
    ...facts,
  };
}

/** Nothing for an object without a value. */
function given<T extends object>(object: T): T | undefined {
  return Object.values(object).some((value) => value !== undefined) ? object : undefined;
}

function refuseTwice(label: string, other: string): never {
  throw new InputError(label, `must be blank when ${other} given`);
}
