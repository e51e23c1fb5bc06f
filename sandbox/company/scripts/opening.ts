import type { Exchange } from "./script";

/** How calls begin, whatever they are about. */
export const openings: readonly Exchange[] = [
  [
    ["rep", "Hi {customer}, it's {rep} from Harbourline. Can you hear me all right?"],
    ["customer", "Yes, loud and clear. Sorry, my last meeting ran over by a few minutes."],
    ["rep", "No trouble at all. I have us down for this slot and I will keep an eye on the time."],
  ],
  [
    ["customer", "Good morning, {rep}. Is it just the two of us today?"],
    [
      "rep",
      "Morning! I invited a colleague as well, but let's begin. How was the week at {account}?",
    ],
    ["customer", "Busy. We had {trucks} trucks at the gate before eight on {weekday}."],
    ["rep", "That sounds like exactly the kind of morning we should talk about."],
  ],
  [
    [
      "rep",
      "Thanks for making time, {customer}. Before we start, is it fine that this call is recorded?",
    ],
    ["customer", "Fine by me. It saves me taking notes."],
    [
      "rep",
      "Perfect. I would suggest we look at where you stand, and keep ten minutes for next steps.",
    ],
  ],
];

/** How calls end. */
export const closings: readonly Exchange[] = [
  [
    [
      "rep",
      "Let me sum up what I heard. I owe you the summary by {weekday}, and you will speak to your team.",
    ],
    ["customer", "That's right. Send it to me and I will forward it to whoever has to sign."],
    ["rep", "Will do. Shall we book the follow-up for the week after?"],
    ["customer", "Please do, mornings are best. Thanks, {rep}."],
    ["rep", "Thank you, {customer}. Bye for now."],
  ],
  [
    ["customer", "I have to jump to another meeting. Are we done on your side?"],
    [
      "rep",
      "Nearly. The next step is a session with your IT people, ideally before the end of {month}.",
    ],
    ["customer", "I will find a slot. Send the invite to me first."],
    ["rep", "You will have it within the hour. Have a good day!"],
  ],
  [
    ["rep", "Anything that we did not cover?"],
    ["customer", "No, I think that was it. It was helpful, honestly."],
    [
      "rep",
      "Glad to hear it. I will write down the action items and you correct me where I am wrong.",
    ],
    ["customer", "Sounds good. Talk soon."],
  ],
];
