import type { CapturedContext } from "./context";
import type { TestGong } from "./gong";

/** What a refusal must say, and what it must not. */
export interface Refusal {
  /** Label of the input that is named. */
  readonly label: string;
  /** Words of the message, such as what is wrong and where. */
  readonly says?: string | RegExp;
  /** The wrong value, or the part of it that must not be shown. */
  readonly hides?: string;
}

/**
 * Asserts that an action refuses its inputs before anything is sent, by an error that names the
 * input and keeps the wrong value to itself.
 */
export async function expectRefused(
  gong: TestGong,
  action: string,
  inputs: Readonly<Record<string, unknown>>,
  { label, says = "", hides }: Refusal,
  context?: CapturedContext,
): Promise<void> {
  gong.sandbox.clearRequests();
  const error = await gong.fail(action, inputs, context);
  expect({ name: error.name, input: error.input }).toEqual({ name: "InputError", input: label });
  expect(error.message.slice(0, label.length)).toBe(label);
  expect(error.message).toMatch(says);
  if (hides) expect(error.message).not.toContain(hides);
  expect(gong.sandbox.requests).toEqual([]);
}

/** Values that stand for "not given". */
export const blanks = ["", "  ", "\n\t", null, undefined];
