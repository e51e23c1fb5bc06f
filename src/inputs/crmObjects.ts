import { anything, listOf, objectOf, text } from "./structures";

const crmObject = objectOf(
  { fields: listOf(objectOf({ name: text, value: anything })) },
  { objectType: text, objectId: text },
);

/**
 * Objects of a CRM or another system, as calls and events refer to them. Systems and types of
 * objects that Gong does not name pass (B27).
 */
export const crmObjects = listOf(objectOf({ objects: listOf(crmObject) }, { system: text }));

/** The shortest right value of such an input. */
export const exampleCrmObjects =
  '[{"system": "Salesforce", "objects": [{"objectType": "Account", "objectId": "0013601230sV7grAAC"}]}]';

/** What comments say of it beside that. */
export const moreOfCrmObjects =
  "Other systems: HubSpot, MicrosoftDynamic, and Generic. Each object can have fields with name and value.";
