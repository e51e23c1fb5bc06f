import {
  idInput,
  jsonInput,
  lineInput,
  numberInput,
  suggestionInput,
  textInput,
  textListInput,
} from "../../inputs/fields";
import { filledList, filledObject } from "../../inputs/filled";
import { momentInput } from "../../inputs/range";
import { objectOf, text } from "../../inputs/structures";

/** Text on one line; required where Gong requires it. */
const line = <const Label extends string, const Required extends boolean = false>(
  label: Label,
  comments: string,
  example: string,
  required?: Required,
) =>
  lineInput({
    label,
    required: (required ?? false) as Required,
    comments,
    placeholder: example,
    example,
  });

const whole = (label: string, comments: string, example: string, required = false) =>
  numberInput({ label, required, comments, example, integer: true });

/** A list of facts with types. */
const factsList = (label: string, comments: string) =>
  filledList(
    { label, comments },
    {
      name: line("Name", "Name of the field.", "Plan", true),
      value: textInput({
        label: "Value",
        required: true,
        comments: "The value, as text.",
        example: "Enterprise",
      }),
      dataType: suggestionInput({
        label: "Type",
        comments: "Type of the value; blank means text. Durations are seconds.",
        example: "STRING",
        choices: ["STRING", "NUMBER", "DATE", "URL", "BOOLEAN", "DURATION"],
      }),
    },
  );

export const customFields = factsList("Event Custom Fields", "Other information about the event.");
export const contentFields = factsList(
  "Content Custom Fields",
  "Other information about the content.",
);
export const personFields = factsList(
  "Person Custom Fields",
  "Other information about the person.",
);

/** The person, with place and company in one row of fields. */
export const person = filledObject(
  {
    label: "Person",
    comments:
      "Who did it. Enter an email address, phone number, name, or CRM record. For an anonymous person, enter Person Id and Company Domain.",
  },
  {
    name: line("Name", "Full name.", "Robin Vale"),
    email: line("Email", "Gong finds the person by this address.", "robin@northmoor.example"),
    phoneNumber: line("Phone Number", "Gong finds the person by this number.", "+14255550142"),
    personId: line("Person Id", "ID of the person in the reporting system.", "visitor-17"),
    crmObjectType: suggestionInput({
      label: "CRM Record Type",
      comments: "Type of the person's record in the CRM.",
      example: "CONTACT",
      choices: ["CONTACT", "LEAD"],
    }),
    crmObjectId: line(
      "CRM Record Id",
      "ID of the person's record in the CRM.",
      "0031Q00002VbWdLQAV",
    ),
    country: line("Country", "ISO 3166 code of the country, or its name.", "US"),
    state: line("State", "ISO 3166-2 code of the state, or its name.", "US-WA"),
    region: line("Region", "ISO 3166-2 code of the region, or its name.", "US-WA"),
    city: line("City", "City where the person is.", "Seattle"),
    companyId: line("Company Id", "ID of the company in the reporting system.", "company-4"),
    companyName: line("Company Name", "The company that the person works for.", "Northmoor"),
    companyDomain: line(
      "Company Domain",
      "Gong finds the account by this domain.",
      "northmoor.example",
    ),
    accountId: line("Account Id", "ID of the company's account in the CRM.", "0013601230sV7grAAC"),
    opportunityId: line(
      "Opportunity Id",
      "ID of a related opportunity in the CRM.",
      "0063601230sV7grAAC",
    ),
  },
);

/** A number that the content resulted in. */
export const numericDetails = filledObject(
  {
    label: "Number",
    comments: "A number to report, such as a score or the percentage of a video that was watched.",
  },
  {
    value: whole("Value", "The number.", "9"),
    rangeFrom: whole("Lowest", "The lowest value it can have.", "0", true),
    rangeTo: whole("Highest", "The highest value it can have.", "10", true),
    numericType: suggestionInput({
      label: "Kind",
      comments: "Kind of number.",
      example: "NPS",
      choices: ["PERCENTAGE", "NPS", "RATING", "OTHER"],
    }),
  },
);

/** How far the person has come with the content. */
export const stepDetails = filledObject(
  { label: "Step", comments: "How far the person got, for content with several steps." },
  {
    value: line("Current Step", "The step that the person is in.", "Contract", true),
    availableSteps: textListInput({
      label: "All Steps",
      required: true,
      comments: "All steps in their order.",
      example: "Contract",
    }),
  },
);

/** What the person searched for. */
export const searchDetails = filledObject(
  { label: "Search", comments: "What the person searched for or compared." },
  {
    name: line("Name", "Name of the item that was searched for.", "Harbourline", true),
    objectType: suggestionInput({
      label: "Kind",
      required: true,
      comments: "What the item is.",
      example: "VENDOR",
      choices: ["VENDOR", "PRODUCT", "CATEGORY"],
    }),
    domain: line("Domain", "Domain that the item belongs to.", "harbourline.example", true),
    objectId: line("Id", "Its ID in the reporting system.", "vendor-3"),
    url: line("Address", "Its web address.", "https://reviews.harbourline.example/vendor-3"),
  },
);

const examplePerson =
  '{"email": "robin.vale@northmoor.example", "company": {"domain": "northmoor.example"}}';
const exampleContent = '{"contentTitle": "Prices", "contentLabel": ["prices"]}';

/** The inputs of Add Digital Interaction. */
export const interactionInputs = {
  eventId: line(
    "Event Id",
    "ID of the event in the reporting system. Gong accepts each only once, so sending an event again does no harm.",
    "evt_5417",
    true,
  ),
  timestamp: momentInput("Timestamp", "When it happened.", true),
  eventType: line("Event Type", "What was done.", "link clicked", true),
  contentTitle: line(
    "Content Title",
    "Title of the content. Not needed if you use Content as JSON.",
    "Prices, March 2026",
  ),
  contentId: line("Content Id", "ID of the content in the reporting system.", "doc_123456789"),
  contentUrl: line(
    "Content Url",
    "Web address of the content.",
    "https://content.harbourline.example/doc_1",
  ),
  contentAdditionalInfoUrl: line(
    "Content Info Url",
    "Web address of a page with more about the content.",
    "https://content.harbourline.example/doc_1/views",
  ),
  contentLabels: textListInput({
    label: "Content Labels",
    comments: "Tags of the content.",
    example: "prices",
  }),
  numericDetails: numericDetails.input,
  stepDetails: stepDetails.input,
  searchDetails: searchDetails.input,
  contentFields: contentFields.input,
  contentJson: jsonInput({
    label: "Content as JSON",
    comments: `The content as a JSON object with Gong's field names, instead of the content inputs, for example ${exampleContent}.`,
    placeholder: '{"contentTitle": "…"}',
    example: exampleContent,
    part: objectOf({}, { contentTitle: text }),
  }),
  person: person.input,
  personFields: personFields.input,
  personJson: jsonInput({
    label: "Person as JSON",
    comments: `The person as a JSON object with Gong's field names, instead of Person, for example ${examplePerson}.`,
    placeholder: '{"email": "…"}',
    example: examplePerson,
    part: objectOf({}),
  }),
  trackingId: idInput({
    label: "Tracking Id",
    comments: "ID by which the person is tracked, instead of Person.",
    example: "8f14e45f",
  }),
  customFields: customFields.input,
  sourceSystemName: line(
    "Source System Name",
    "Name of the system or company that reports the event.",
    "Harbourline Content",
  ),
  sessionId: line("Session Id", "ID that links the events of one session.", "session-88"),
  device: suggestionInput({
    label: "Device",
    comments: "Kind of device that was used.",
    example: "PC",
    choices: ["MOBILE", "PC"],
  }),
};
