/** Seed of every random test, shown in its name; `SEED=7 npx jest` tries another one. */
export const seed = Number(process.env.SEED ?? 1);

/** Settings for fast-check: reproducible, and so many runs. */
export const randomly = (numRuns: number) => ({ seed, numRuns });
