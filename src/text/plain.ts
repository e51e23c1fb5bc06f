/** A text as its reader takes it: escapes undone, and A to Z in small letters. */
export interface Plain {
  readonly text: string;
  /** Where in the original a character begins; for the place after the last one, its length. */
  at(index: number): number;
}

/** What stands for one character: percent-encoded once or more, in JSON, in HTML, full-width. */
const escaped =
  /%(?:25)*[c-f][\da-f](?:%(?:25)*[89ab][\da-f]){1,3}|%(?:25)*([\da-f]{2})|\\u00([\da-f]{2})|&#x0*([\da-f]{2});|&#0*(\d{2,3});|&amp;|[\uff01-\uff5e]/gi;
/** From a full-width character to its usual one. */
const fullWidth = 0xfee0;

/** Reads a text whose parts are to be found in whatever way they are written. */
export function readPlain(original: string): Plain {
  const starts: number[] = [];
  let text = "";
  let done = 0;
  const add = (characters: string, to: number) => {
    text += characters.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
    for (let index = 0; index < characters.length; index += 1) starts.push(done + index);
    done = to;
  };
  for (const match of original.matchAll(escaped)) {
    const character = meantBy(match);
    // Control characters, and bytes that are none, are left as they stand.
    if (character < " " || character === "\x7f" || character.includes("\ufffd")) continue;
    add(original.slice(done, match.index), match.index);
    add(character, match.index + match[0].length);
  }
  add(original.slice(done), original.length);
  return { text, at: (index) => starts[index] ?? original.length };
}

function meantBy([whole, percent, json, hex, decimal]: RegExpMatchArray): string {
  const digits = percent ?? json ?? hex;
  if (digits) return String.fromCharCode(Number.parseInt(digits, 16));
  if (decimal) return String.fromCharCode(Number(decimal));
  if (whole === "&amp;") return "&";
  if (whole.length === 1) return String.fromCharCode(whole.charCodeAt(0) - fullWidth);
  return Buffer.from(whole.replace(/%(?:25)*/g, ""), "hex").toString();
}
