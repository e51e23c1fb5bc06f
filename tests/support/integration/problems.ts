/** Puts a place in front of problems. */
export const under = (place: string, problems: readonly string[]): string[] =>
  problems.map((problem) => `${place} > ${problem}`);

/** What is in one list and not in another. */
export const without = (all: readonly string[], others: readonly string[]): string[] =>
  all.filter((one) => !others.includes(one));

/** What occurs more than once. */
export const repeated = (all: readonly string[]): string[] =>
  all.filter((one, index) => all.indexOf(one) !== index);
