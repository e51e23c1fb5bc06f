import type { GongError } from "../../src/client/errors";

/** What a promise that must fail was rejected with. */
export async function failureOf(promise: Promise<unknown>): Promise<GongError> {
  let answer: unknown;
  try {
    answer = await promise;
  } catch (error) {
    return error as GongError;
  }
  throw new Error(`It was to fail, and answered ${JSON.stringify(answer)?.slice(0, 1_000)}.`);
}
