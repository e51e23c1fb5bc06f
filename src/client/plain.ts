/** A text as its reader takes it: escapes undone, and A to Z in small letters. */
export interface Plain {
  readonly text: string;
  /** Where in the original a character begins; for the place after the last one, its length. */
  at(index: number): number;
}

/** What stands for one ASCII character: percent-encoded once or more, in JSON, in HTML, full-width. */
const escaped =
  /%(?:25)*([\da-f]{2})|\\u00([\da-f]{2})|&#x0*([\da-f]{2});|&#0*(\d{2,3});|&amp;|[\uff01-\uff5e]/gi;
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
    const [whole, percent, json, hex, decimal] = match;
    const digits = percent ?? json ?? hex;
    const other = whole.length > 1 ? 0x26 : whole.charCodeAt(0) - fullWidth;
    const code = digits ? Number.parseInt(digits, 16) : Number(decimal ?? other);
    // Anything else is left as it stands, such as bytes of longer characters.
    if (code < 0x20 || code > 0x7e) continue;
    add(original.slice(done, match.index), match.index);
    add(String.fromCharCode(code), match.index + whole.length);
  }
  add(original.slice(done), original.length);
  return { text, at: (index) => starts[index] ?? original.length };
}
