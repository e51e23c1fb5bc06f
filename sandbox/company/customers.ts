import type { Random } from "../random";
import { day, formatInstant, type Instant } from "../time";
import { known } from "./known";
import { mailboxName, type PersonName } from "./people";
import type { Account, Contact } from "./types";

const companies: [name: string, industry: string][] = [
  ["Alder & Finch Foods", "Food distribution"],
  ["Brightwater Marine", "Shipping"],
  ["Cedar Ridge Lumber", "Building materials"],
  ["Dunmore Cold Storage", "Cold chain"],
  ["Eastgate Automotive", "Automotive parts"],
  ["Fernhill Pharma", "Pharmaceuticals"],
  ["Granite Peak Outfitters", "Retail"],
  ["Halcyon Textiles", "Textiles"],
  ["Ironbark Mining Supply", "Industrial supply"],
  ["Juniper Home Goods", "Retail"],
  ["Kestrel Logistics", "Third-party logistics"],
  ["Larkspur Beverages", "Beverages"],
  ["Mistral Wind Parts", "Energy"],
  ["Northmoor", "Food production"],
  ["Orchard Lane Grocers", "Grocery"],
  ["Pinnacle Paper", "Paper and packaging"],
  ["Quayside Imports", "Import and export"],
  ["Redwood Appliances", "Consumer goods"],
  ["Saltmarsh Seafood", "Food distribution"],
  ["Thornbury Chemicals", "Chemicals"],
];

const jobTitles = [
  "VP Operations",
  "Head of Supply Chain",
  "Warehouse Manager",
  "IT Director",
  "Procurement Lead",
  "Transport Planner",
  "Chief Financial Officer",
  "Yard Supervisor",
];

const firstStage = { stage: "Discovery", probability: 20 };
const stages = [
  firstStage,
  { stage: "Evaluation", probability: 40 },
  { stage: "Proposal", probability: 60 },
  { stage: "Negotiation", probability: 80 },
  { stage: "Closed Won", probability: 100 },
];

/** The customers' companies with one to three leads or contacts each, as a CRM would hold them. */
export function createContacts(
  random: Random,
  newName: () => PersonName,
  newPhone: () => string,
  now: Instant,
): Contact[] {
  return companies.flatMap(([name, industry]) => {
    const account = createAccount(random, name, industry, now);
    return Array.from({ length: random.int(1, 3) }, (_, index): Contact => {
      const person = newName();
      const objectType = random.chance(0.25) ? "Lead" : "Contact";
      return {
        id: random.id(),
        objectType,
        externalId: crmId(random, objectType === "Lead" ? "00Q" : "003"),
        name: `${person.firstName} ${person.lastName}`,
        title: random.pick(jobTitles),
        emailAddress: `${mailboxName(person)}@${account.domain}`,
        phoneNumber: newPhone(),
        account,
        ...(name === known.account.name && index === 0 && known.contact),
      };
    });
  });
}

function createAccount(random: Random, name: string, industry: string, now: Instant): Account {
  const domain = `${name.toLowerCase().replace(/[^a-z]+/g, "")}.example`;
  const isKnown = name === known.account.name;
  const id = crmId(random, "001");
  const stageAtCall = random.int(0, stages.length - 2);
  const stageNow = random.int(stageAtCall, stages.length - 1);
  return {
    externalId: isKnown ? known.account.externalId : id,
    name,
    domain,
    industry,
    website: `https://www.${domain}`,
    opportunity: {
      externalId: isKnown ? known.opportunity : crmId(random, "006"),
      name: `${name} – ${random.pick(["Dock rollout", "Track pilot", "Renewal", "Expansion"])}`,
      amount: random.int(12, 240) * 1000,
      atCall: stages[stageAtCall] ?? firstStage,
      now: stages[stageNow] ?? firstStage,
      closeDate: formatInstant(now + random.int(5, 120) * day).slice(0, 10),
    },
  };
}

/** Salesforce writes its ids as a prefix for the kind and letters and digits behind it. */
function crmId(random: Random, prefix: string): string {
  return `${prefix}${random.token(12).toUpperCase()}AAQ`;
}
