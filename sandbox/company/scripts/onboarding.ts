import type { Script } from "./script";

/** After the signature: import, training, go-live. */
export const onboarding: Script = {
  topic: "Onboarding",
  titles: [
    "{account}: {product} kick-off",
    "Onboarding check-in with {account}",
    "{product} training, {account}",
  ],
  purpose: "Onboarding",
  brief:
    "{rep} walked {customer} through the rollout of {product} at {account}: import of carriers, rules for doors and the {crm} connection. Go-live is planned for {month}.",
  keyPoints: [
    "{carriers} carriers are to be imported; a third have no email address.",
    "Go-live at the first site is planned for {month}.",
    "Gate staff need training in two shifts.",
  ],
  nextSteps: ["Send the import template", "Plan training for both shifts by {weekday}"],
  exchanges: [
    [
      ["rep", "Let's go through the list. Did you manage to export your carriers?"],
      ["customer", "I have {carriers} rows, but a third of them have no email address."],
      ["rep", "Those can start with a phone number. They get the booking link as a text message."],
      ["customer", "Good, then I don't have to chase anybody."],
    ],
    [
      [
        "customer",
        "The yard map does not match ours. Doors nine to fourteen are on the other side.",
      ],
      ["rep", "You can drag them. Click on edit map, at the top right."],
      ["customer", "Oh, there it is. That was easier than I thought."],
      ["rep", "Save it, and the gate screen follows within a minute."],
    ],
    [
      ["rep", "Who will train the night shift?"],
      ["customer", "That is the question. They come in at ten in the evening."],
      [
        "rep",
        "We recorded the training in three parts of ten minutes each, and I can do one live session late.",
      ],
      ["customer", "One live session would be great. They don't watch videos."],
    ],
    [
      ["rep", "The connection to {crm} is done on our side. Could your administrator approve it?"],
      ["customer", "He says that it asks for more permissions than he likes."],
      ["rep", "It needs to read accounts and write one field. I will send the exact list."],
      ["customer", "With the list he will do it the same day."],
    ],
    [
      [
        "customer",
        "What happens when the internet at the gate goes down? It does, about once a month.",
      ],
      ["rep", "The gate screen keeps the plan of the day and catches up later."],
      ["customer", "So nobody loses their slot?"],
      ["rep", "Nobody. You would only see arrivals a little later in the report."],
    ],
    [
      ["rep", "We said that go-live would be in the first week of {month}. Does that still hold?"],
      ["customer", "If the scanners arrive. They are held up at customs, ironically."],
      ["rep", "You can start without them. The staff types the plate number until they come."],
      ["customer", "Then let's not move the date."],
    ],
    [
      ["customer", "Can the rules differ by site? Frozen goods must never wait outside."],
      [
        "rep",
        "Yes, each site has its own rules. For frozen goods you set a maximum wait of fifteen minutes.",
      ],
      ["customer", "And then it jumps the queue?"],
      ["rep", "It takes the next door that is cooled, and the planner sees why."],
    ],
    [
      ["rep", "Let me share the numbers of the first {days} days."],
      ["customer", "I am curious. It felt calmer."],
      [
        "rep",
        "Average turn time went from ninety-five to seventy-one minutes, and four out of five trucks were booked ahead.",
      ],
      ["customer", "I need that slide for our board."],
    ],
    [
      ["customer", "Two of our planners still print the schedule."],
      [
        "rep",
        "That is normal in the first weeks. Is there something that they miss on the screen?",
      ],
      ["customer", "They write remarks on it. Which driver has a dog, and so on."],
      ["rep", "There is a remark field for each carrier. I will show them on {weekday}."],
    ],
  ],
};
