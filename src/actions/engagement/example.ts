/** What Gong answers to an event; the ID has more digits than a number holds (G17). */
export const exampleAnswer = { integrationId: "5517027188234205706" };
