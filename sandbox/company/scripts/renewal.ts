import type { Script } from "./script";

/** A year later: usage, costs, whether to go on. */
export const renewal: Script = {
  topic: "Renewal",
  titles: [
    "{account}: renewal conversation",
    "Business review with {account}",
    "{account} – {product}, year two",
  ],
  purpose: "Renewal",
  brief:
    "{customer} and {rep} reviewed a year of {product} at {account} and spoke about the renewal in {month}. Usage is strong at the large sites and weak at the small ones; {account} is considering fewer seats.",
  keyPoints: [
    "The contract of {account} ends in {month}.",
    "Usage at the small sites is below expectations.",
    "{account} is thinking about canceling {discount} of {seats} seats.",
  ],
  nextSteps: [
    "Send a usage report for each site",
    "Prepare an offer with fewer seats by {weekday}",
  ],
  exchanges: [
    [
      ["rep", "The contract ends in {month}, so I wanted to hear from you early how you see it."],
      ["customer", "On the whole, positive. The large sites would not want to go back."],
      ["rep", "And the small ones?"],
      ["customer", "They log in on Mondays because I tell them to. That is not what we pay for."],
    ],
    [
      ["customer", "I have to cut costs. My CFO will ask why we need {seats} seats."],
      ["rep", "Fair question. In the last {days} days, all but {discount} of them were used."],
      ["customer", "Then I would cancel those."],
      ["rep", "Or move them to the site you are opening in the spring. I will prepare both."],
    ],
    [
      ["rep", "What has been the biggest win this year?"],
      ["customer", "Detention fees. We went from {price} dollars a month to almost nothing."],
      ["rep", "May I use that number, without the name?"],
      ["customer", "Let me ask. Probably yes."],
    ],
    [
      ["customer", "I should tell you that {competitor} called my boss."],
      ["rep", "Thanks for telling me. What did they offer?"],
      ["customer", "A free year if we switch. My boss asked me whether it would hurt."],
      ["rep", "And what did you say?"],
      ["customer", "That I would rather lose a free year than the trust of the yard."],
    ],
    [
      ["rep", "There was the outage in spring. How did it land with you?"],
      ["customer", "Badly, for a day. But you called before I did, and that counted."],
      ["rep", "We have added a second data centre since, and you can see the status page."],
      ["customer", "I have seen it. Put the availability into the report, please."],
    ],
    [
      ["customer", "What is new that we don't use yet?"],
      [
        "rep",
        "Appointments by vendor, and the forecast of arrivals. The forecast is included in what you have.",
      ],
      ["customer", "Why has nobody told me?"],
      [
        "rep",
        "It was in the newsletter, but that is no excuse. I will set up half an hour with your planners.",
      ],
    ],
    [
      ["rep", "Would you renew for one year or for two?"],
      ["customer", "One. After the merger nobody signs for two."],
      ["rep", "I understand. Then I will keep the price and we talk about the term next year."],
      ["customer", "That would make my life easier."],
    ],
    [
      ["customer", "Who will look after us when {rep} is on leave?"],
      [
        "rep",
        "There is a team of three who know your setup. You would have one name, not a queue.",
      ],
      ["customer", "Good. I don't want to explain door fourteen to anybody again."],
    ],
    [
      ["rep", "Let me show you the usage of each site."],
      ["customer", "Wow, the port is really busy. Two thousand bookings?"],
      ["rep", "Two thousand and forty in one month, and ninety-one percent on time."],
      ["customer", "That is the number for the steering committee."],
    ],
  ],
};
