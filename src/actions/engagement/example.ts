/** What Gong answers to an event; the id has more digits than a number holds (G17). */
export const exampleAnswer = {
  requestId: "4al018gzaztcr8nbukw",
  integrationId: "5517027188234205706",
};
