import { SpectralError } from "@prismatic-io/spectral";
import { redact } from "../text/redact";

/**
 * A value that cannot be used, found before anything is sent. The message names the input by its
 * label and shows a right value; it never repeats the wrong one, which may be personal or secret.
 */
export class InputError extends SpectralError {
  /**
   * @param input label of the input, for example "Call Id"
   * @param problem a predicate that follows the label: "must be …", ": Lowest is required"
   * @param example a right value of the whole input
   * @param place where inside a structured value, for example `[0].mediaChannelId`
   */
  constructor(
    readonly input: string,
    readonly problem: string,
    readonly example?: string,
    place = "",
  ) {
    // Names of pairs are typed by people, and may be of any length and hold anything.
    const where = redact(place)
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
      .slice(0, 100);
    const subject = where ? `${input}, at ${where}` : input;
    const joint = /^[,:]/.test(problem) ? "" : where ? ", " : " ";
    super(`${subject}${joint}${problem}${example ? `, for example ${example}` : ""}.`);
    this.name = "InputError";
  }
}
