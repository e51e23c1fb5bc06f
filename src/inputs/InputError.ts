import { SpectralError } from "@prismatic-io/spectral";
import { redact } from "../text/redact";

/** Characters of a place that are shown. */
const longestPlace = 100;

/**
 * A value that cannot be used, found before anything is sent. The message names the input by its
 * label and shows a right value; it never repeats the wrong one, which may be personal or secret.
 */
export class InputError extends SpectralError {
  /** Label of the input, for example "Call Id". */
  readonly input: string;
  /** The rest of the sentence that begins with the label. */
  readonly problem: string;
  /** A right value. */
  readonly example: string | undefined;

  /**
   * @param problem a predicate that follows the label: "must be …", "is required"
   * @param example a right value of the whole input
   * @param place where inside a structured value, for example `[0].mediaChannelId`
   */
  constructor(label: string, problem: string, example?: string, place?: string) {
    // Names of pairs are typed by people, and may be of any length and hold anything.
    const where = redact(place ?? "")
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
      .slice(0, longestPlace);
    const subject = where ? `${label}, at ${where},` : label;
    super(`${subject} ${problem}${example ? `, for example ${example}` : ""}.`);
    this.name = "InputError";
    this.input = label;
    this.problem = problem;
    this.example = example;
  }
}
