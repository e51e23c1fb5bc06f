import type { Script } from "./script";

/** First conversations: what hurts, who decides, by when. */
export const discovery: Script = {
  topic: "Discovery",
  titles: [
    "{account}: discovery call",
    "Intro to Harbourline for {account}",
    "{account} – first look at {product}",
  ],
  purpose: "Discovery",
  brief:
    "{customer} of {account} described how trucks queue at {sites} sites because dock times are kept in spreadsheets. {rep} introduced {product} and asked about systems, people and timing.",
  keyPoints: [
    "{account} runs {sites} sites and schedules docks by email and spreadsheet.",
    "Waiting time at the gate costs about {price} dollars a month in detention fees.",
    "IT wants to see the {crm} integration before anything else.",
  ],
  nextSteps: ["Send the summary by {weekday}", "Book a session with IT about {crm}"],
  exchanges: [
    [
      ["rep", "Tell me how a truck gets a dock today. Who decides, and where is it written down?"],
      [
        "customer",
        "In a spreadsheet that three people edit. Carriers send an email, somebody types it in, and we hope that nobody overwrites it.",
      ],
      ["rep", "And when somebody does overwrite it?"],
      ["customer", "Then two trucks stand at the same door. That happened twice last week."],
    ],
    [
      ["rep", "How many sites are we talking about?"],
      [
        "customer",
        "We have {sites} sites, but only the two large ones are really painful. The small ones manage with a whiteboard.",
      ],
      ["rep", "So a pilot at one of the large sites would show the most."],
      ["customer", "Yes, I would start with the one near the port."],
    ],
    [
      [
        "customer",
        "What I really want to know is what it costs us today. Finance keeps asking me.",
      ],
      ["rep", "Do you track detention fees separately?"],
      [
        "customer",
        "We do since {month}. It is around {price} dollars a month, and that is only what carriers bill us.",
      ],
      ["rep", "That is a useful number. Most companies of your size start out by guessing."],
    ],
    [
      ["rep", "Which systems would have to talk to {product}?"],
      [
        "customer",
        "The warehouse system first, then {crm}. Sales wants to see when an order actually left.",
      ],
      [
        "rep",
        "We have a standard connection for {crm}, and the warehouse side goes through files or the API.",
      ],
      ["customer", "Our IT will have questions about that. They always do."],
    ],
    [
      ["rep", "Who besides you would have to say yes?"],
      [
        "customer",
        "Operations is me. Finance signs above fifty thousand, and IT has a veto on anything that touches the network.",
      ],
      ["rep", "Would it make sense to have them on the next call?"],
      ["customer", "IT, yes. Finance only when there is a number on the table."],
    ],
    [
      ["customer", "We looked at {competitor} two years ago, to be honest."],
      ["rep", "What made you stop?"],
      [
        "customer",
        "It took them four months to connect one site, and the yard people never used it.",
      ],
      [
        "rep",
        "Then adoption in the yard should be one of your criteria. We can show what drivers see on their phone.",
      ],
    ],
    [
      ["rep", "If nothing changes until next year, what happens?"],
      [
        "customer",
        "We open another shift in the gate house, and that is {seats} people I would rather have on the floor.",
      ],
      ["rep", "Understood. So the deadline is your peak season."],
      [
        "customer",
        "Exactly. If it is not running by {month}, we will do peak with the spreadsheet again.",
      ],
    ],
    [
      [
        "customer",
        "How does a carrier book a slot? Most of ours are small, some have three trucks.",
      ],
      [
        "rep",
        "They get a link, no account needed. They pick a free window, and your rules decide what they can pick.",
      ],
      ["customer", "Can I keep two doors free for urgent deliveries?"],
      ["rep", "Yes, doors can be reserved by customer, by product or by time of day."],
    ],
    [
      ["rep", "How do you measure a good day in the yard?"],
      [
        "customer",
        "Turn time. From gate in to gate out we are at ninety-five minutes, and the target is sixty.",
      ],
      [
        "rep",
        "Others came down by a third in the first quarter, mostly because trucks stop arriving all at once.",
      ],
      ["customer", "A third would already get us there."],
    ],
  ],
};
