/** A failure that a person can mend: its message is one line that says what to do. */
export class Advice extends Error {
  override readonly name = "Advice";
}
