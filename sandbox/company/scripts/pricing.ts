import type { Script } from "./script";

/** Proposals: seats, discounts, terms, competitors. */
export const pricing: Script = {
  topic: "Pricing",
  titles: [
    "{account} x Harbourline: proposal review",
    "Pricing for {product} at {account}",
    "{account}: commercial terms",
  ],
  purpose: "Proposal",
  brief:
    "{rep} and {customer} went through the proposal for {seats} seats of {product}. {account} asked for a discount of {discount} percent against a two-year term and compared the price with {competitor}.",
  keyPoints: [
    "The list price for {seats} seats is {price} dollars a year.",
    "{account} asks for {discount} percent off in return for two years.",
    "{competitor} has offered a lower price without onboarding.",
  ],
  nextSteps: ["Confirm the discount with finance by {weekday}", "Send the order form"],
  exchanges: [
    [
      [
        "rep",
        "You have the proposal in front of you. The first page is the price per seat, the second one is onboarding.",
      ],
      ["customer", "I see {seats} seats. Does that include the people in the gate house?"],
      ["rep", "It does. Drivers and carriers never need a seat."],
      ["customer", "Good, because that was the trap with the last vendor."],
    ],
    [
      ["customer", "The budget I got approved is a little below your {price} dollars."],
      ["rep", "How much is a little?"],
      ["customer", "About {discount} percent."],
      [
        "rep",
        "I can't promise that today. A discount of that size usually comes with a two-year term.",
      ],
      ["customer", "Two years could work if we can get out after a failed pilot."],
    ],
    [
      ["customer", "I will be open with you, {competitor} is cheaper."],
      ["rep", "I would expect that. Does their offer include onboarding and the {crm} connection?"],
      ["customer", "Onboarding is extra. The connection, they said, is on the roadmap."],
      ["rep", "Then let us compare the total of the first year, not the price per seat."],
    ],
    [
      ["rep", "May I ask how you got to {seats} seats?"],
      ["customer", "Planners and gate staff at both large sites, plus three for finance."],
      ["rep", "Finance only looks at reports, so you could take read-only seats, which are free."],
      ["customer", "That helps. Please change it in the proposal."],
    ],
    [
      ["customer", "What about payment terms? Our standard is net sixty."],
      ["rep", "Ours is net thirty, annually in advance."],
      ["customer", "Procurement won't like in advance."],
      ["rep", "Quarterly is possible with a small surcharge. I will put both into the order form."],
    ],
    [
      ["rep", "Let me show you how the price grows when you add the other sites."],
      [
        "customer",
        "Please. If all {sites} sites come in, I don't want to negotiate {sites} times.",
      ],
      [
        "rep",
        "There are tiers. From a hundred seats on, every seat costs less, including those you already have.",
      ],
      ["customer", "Put that in writing and I am happy."],
    ],
    [
      ["customer", "Is there a cap on the increase at renewal?"],
      ["rep", "Five percent a year, and it is in the contract."],
      ["customer", "Legal will ask for three."],
      ["rep", "For a two-year term I can ask for three as well."],
    ],
    [
      ["customer", "Suppose the pilot does not bring turn time down. Do we pay for it anyway?"],
      ["rep", "The pilot is {days} days and credited against the first year if you go on."],
      ["customer", "And if we don't?"],
      ["rep", "Then you pay the onboarding days that were used, nothing else."],
    ],
    [
      ["rep", "What would you need to sign before the end of {month}?"],
      [
        "customer",
        "The discount confirmed, the security review done, and my boss back from holiday.",
      ],
      ["rep", "The first two are on me. When is your boss back?"],
      ["customer", "On {weekday}. I have the first slot in the morning."],
    ],
  ],
};
