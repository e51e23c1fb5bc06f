import { WriteStream } from "node:tty";
import { styleText } from "node:util";

/**
 * Whether what is written to a stream may have colors: on a terminal, unless NO_COLOR is set, and
 * wherever FORCE_COLOR asks for them. Node.js knows the variables and what terminals can do.
 */
export function takesColors(
  { isTTY }: { readonly isTTY?: boolean },
  env: NodeJS.ProcessEnv = process.env,
): boolean {
  if (!isTTY && env.FORCE_COLOR === undefined) return false;
  return WriteStream.prototype.hasColors(env);
}

const shown = takesColors(process.stdout);

/** The text in a color, where standard output takes colors. */
export function paint(color: "dim" | "green" | "red" | "yellow", text: string): string {
  return shown ? styleText(color, text) : text;
}
