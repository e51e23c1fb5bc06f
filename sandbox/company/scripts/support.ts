import type { Script } from "./script";

/** Tickets: what broke, why, and what prevents it. */
export const support: Script = {
  topic: "Support",
  titles: [
    "Support: {account}, ticket {ticket}",
    "{account} – help with {product}",
    "Follow-up on ticket {ticket}",
  ],
  purpose: "Support",
  brief:
    "{customer} of {account} reported that bookings did not reach {crm}. {rep} found an expired token, renewed it together with the customer and promised a follow-up on ticket {ticket}.",
  keyPoints: [
    "Bookings stopped arriving in {crm} on {weekday}.",
    "The cause was an expired token after a change of password.",
    "{account} wants an alert when the connection fails.",
  ],
  nextSteps: [
    "Add an alert for the {crm} connection",
    "Close ticket {ticket} after two quiet days",
  ],
  exchanges: [
    [
      [
        "customer",
        "I have a ticket open, number {ticket}. Since {weekday} no bookings arrive in {crm}.",
      ],
      ["rep", "I have it here. Did anything change on your side, a password perhaps?"],
      ["customer", "Our administrator left, so yes, his account was closed."],
      ["rep", "Then that explains it. The connection was made with his account."],
    ],
    [
      ["rep", "Could you open the settings and click on connections?"],
      ["customer", "I am there. It says that the token has expired."],
      ["rep", "Press renew, and sign in with the service account, not with your own."],
      ["customer", "Done. Now it is green."],
      ["rep", "Give it two minutes, and the missed bookings will follow."],
    ],
    [
      ["customer", "Why did nobody get a message? We found out because sales complained."],
      ["rep", "There is an alert, but it was addressed to the administrator who left."],
      ["customer", "Of course it was."],
      ["rep", "I would suggest a mailing list there. Shall I change it now?"],
      ["customer", "Please. Use the operations list."],
    ],
    [
      ["customer", "One of our drivers gets no text messages."],
      ["rep", "What kind of number is it?"],
      ["customer", "A foreign one. It starts with a zero in our list."],
      ["rep", "It needs the country code. I can correct those in bulk if you want."],
      ["customer", "There are {discount} of them, so yes."],
    ],
    [
      ["rep", "Is anyone blocked right now?"],
      ["customer", "Not blocked. The gate works on paper until it is fixed."],
      ["rep", "Then I keep the ticket at high and call you again this afternoon."],
      ["customer", "Thank you. Before four, please, then the second shift begins."],
    ],
    [
      ["customer", "The report shows {trucks} trucks for {weekday}. That cannot be right."],
      ["rep", "Which time zone does the site have in the settings?"],
      ["customer", "Let me look. It says UTC."],
      ["rep", "That is why. The day ends in the middle of your night shift."],
      ["customer", "So we have looked at wrong days for a month. Good to know."],
    ],
    [
      ["rep", "I can reproduce it. When two people move the same booking, the older one wins."],
      ["customer", "That should be the other way round."],
      ["rep", "I agree, it is a bug. I have written it up and linked it to your ticket."],
      ["customer", "Do you have a date?"],
      [
        "rep",
        "The fix should be out within {days} days. Until then, reload before you move something.",
      ],
    ],
    [
      ["customer", "Can you restore a rule that I deleted by mistake?"],
      ["rep", "Yes, for thirty days. Which site?"],
      ["customer", "The cold store, the rule with fifteen minutes."],
      ["rep", "There it is. Restored, with the history."],
    ],
    [
      ["rep", "Did the workaround help?"],
      ["customer", "It did, but I don't want to explain it to every new colleague."],
      [
        "rep",
        "Understood. I will ask for a permanent fix and tell you honestly when it is not planned.",
      ],
    ],
  ],
};
