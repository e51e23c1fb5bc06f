import { fewestDigits, mostDigits, separators } from "./personal";
import { readPlain } from "./plain";

/** What a text must not show beside personal data in general. */
export interface Withheld {
  /** Keys and tokens, removed wherever they stand. */
  readonly secrets?: readonly string[] | undefined;
  /** E-mail addresses and phone numbers of the request, removed in every form of theirs. */
  readonly personal?: readonly string[] | undefined;
}

/**
 * Takes personal data and secrets out of a text that others wrote, such as Gong's error words,
 * before it goes into an error or a log line.
 */
export function redact(text: string, withheld?: Withheld): string {
  return redactorFor(withheld)(text);
}

/** A part of a text that is not shown. */
interface Span {
  readonly start: number;
  readonly end: number;
  /** What stands in its place. */
  readonly word: string;
}

/** Finds parts of a text as `readPlain` gives it, in a time that grows with its length. */
type Finder = (text: string) => Iterable<Span>;

const secret = "[secret]";
const email = "[email address]";
const phone = "[phone number]";

/** `redact` made ready, since a body has many texts. */
function redactorFor({ secrets = [], personal = [] }: Withheld = {}): (text: string) => string {
  const known = personal.map((value) => readPlain(value).text);
  const addresses = known.filter((value) => value.includes("@"));
  const finders: readonly Finder[] = [
    ...writingsOf(secrets).map(secretFinder),
    ...oddOnes(addresses).map((address) => exactFinder(address, email)),
    findAccess,
    numberFinder(known.filter((value) => !value.includes("@"))),
    addressFinder(new Set(addresses)),
  ];
  return (text) => {
    const plain = readPlain(text);
    const spans = finders.flatMap((find) => [...find(plain.text)]);
    spans.sort((one, other) => one.start - other.start || other.end - one.end);
    let shown = "";
    let done = 0;
    for (const { start, end, word } of spans) {
      // What overlaps what was left out before has no word of its own.
      if (start >= done) shown += text.slice(plain.at(done), plain.at(start)) + word;
      done = Math.max(done, end);
    }
    return shown + text.slice(plain.at(done));
  };
}

/** Secrets that are looked for; Raw Request may have any number of headers. */
const mostSecrets = 50;
/** Characters of a long secret's beginning or end that give it away, where the rest was cut off. */
const tellingPart = 8;

/** Secrets as they are, form-decoded, percent-encoded, in hex and in either Base64, unpadded. */
function writingsOf(secrets: readonly string[]): string[] {
  const writings = secrets.slice(0, mostSecrets).flatMap((value) => {
    const bytes = Buffer.from(value);
    return [
      value,
      value.replaceAll("+", " "),
      value.replaceAll("+", "-").replaceAll("/", "_"),
      encodeURIComponent(bytes.toString()),
      bytes.toString("hex"),
      bytes.toString("base64").replace(/=+$/, ""),
      bytes.toString("base64url"),
    ];
  });
  return [...new Set(writings.map((writing) => readPlain(writing).text))].filter(Boolean);
}

function secretFinder(value: string): Finder {
  return value.length < 2 * tellingPart ? exactFinder(value, secret) : partFinder(value);
}

function exactFinder(value: string, word: string): Finder {
  return function* (text) {
    for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
      yield { start: at, end: at + value.length, word };
    }
  };
}

/** Finds a long secret, and what begins or ends like it, to the end of the word that it stands in. */
function partFinder(value: string): Finder {
  const [head, tail] = [value.slice(0, tellingPart), value.slice(-tellingPart)];
  return function* (text) {
    for (let at = text.indexOf(head), end = 0; at >= 0; at = text.indexOf(head, end)) {
      let same = tellingPart;
      while (same < value.length && text[at + same] === value[same]) same += 1;
      end = at + same;
      // Cut off somewhere, it goes on with what nobody here knows.
      while (same < value.length && inToken.test(text[end] ?? "")) end += 1;
      yield { start: at, end, word: secret };
    }
    for (let at = text.indexOf(tail), done = 0; at >= 0; at = text.indexOf(tail, done)) {
      let start = at;
      while (start > done && inToken.test(text[start - 1] ?? "")) start -= 1;
      done = at + tellingPart;
      yield { start, end: done, word: secret };
    }
  };
}

const inToken = /[\w.~+/%=-]/;

/** What `Authorization` carries, whoever's it is. Words such as "authentication" may follow, too. */
const authorization = /\b(?:basic|bearer) +(?=[a-z.~+/_-]*[\d=])([\w.~+/-]{8,}=*)/g;
/** Values that let their reader in, by the name before them: in queries, cookies and prose. */
const namedSecret =
  /(?:^|[?&;#\s"'(,])[\w.-]{0,40}(?:signature|token|secret|credential|password|accesskey|apikey)[\w.-]{0,40}=([^&#\s"'<>]+)/g;
/** The same by names that mean something else outside of an address. */
const accessParameter =
  /[?&;#](?:[\w.-]{0,40}[_.-])?(?:sig|key|policy)(?:[_.-][\w.-]{0,40})?=([^&#\s"'<>]+)/g;

function* findAccess(text: string): Generator<Span> {
  for (const pattern of [authorization, namedSecret, accessParameter]) {
    for (const { 0: whole, 1: value = "", index } of text.matchAll(pattern)) {
      const end = index + whole.length;
      yield { start: end - value.length, end, word: secret };
    }
  }
}

/** Digits before a number, such as `00` or a `0` in brackets, and those of its country code. */
const mostLeading = 3;
const between = new RegExp(`^${separators}{1,6}$`);
/** A plus sign before a number. After a digit it is the offset of a time. */
const plus = /(?<!\d)\+[\s(]{0,2}$/;

/**
 * Finds what has a plus sign and as many digits as a phone number, and the numbers of the request:
 * without their plus sign they look like one of Gong's ids.
 */
function numberFinder(numbers: readonly string[]): Finder {
  const known = new Set(numbers.flatMap((number) => endsOf(number.replace(/\D/g, ""))));
  return function* (text) {
    const groups = [...text.matchAll(/\d+/g)].map(({ 0: digits, index: start }, place, all) => {
      const previous = all[place - 1];
      const gap = text.slice(previous ? previous.index + previous[0].length : start, start);
      const before = text.slice(Math.max(0, start - 4), start);
      return { digits, start, goesOn: between.test(gap), hasPlus: plus.test(before) };
    });
    let first = 0;
    while (first < groups.length) {
      const { start = 0, hasPlus = false } = groups[first] ?? {};
      let digits = "";
      let end = 0;
      let next = first + 1;
      for (let index = first; index < groups.length; index += 1) {
        const group = groups[index];
        if (!group || (index > first && !group.goesOn)) break;
        digits += group.digits;
        if (digits.length > mostDigits + mostLeading) break;
        const isNumber = hasPlus && digits.length >= fewestDigits && digits.length <= mostDigits;
        if (!isNumber && !endsOf(digits).some((part) => known.has(part))) continue;
        end = group.start + group.digits.length;
        next = index + 1;
      }
      if (end > 0) yield { start: startOfNumber(text, start), end, word: phone };
      first = next;
    }
  };
}

function startOfNumber(text: string, firstDigit: number): number {
  let start = firstDigit;
  while (text[start - 1] === "+" || text[start - 1] === "(") start -= 1;
  return start;
}

/** A number with none to all of its leading digits left out, as long as a phone number is left. */
function endsOf(digits: string): string[] {
  const ends: string[] = [];
  const most = Math.min(mostLeading, digits.length - fewestDigits);
  for (let front = 0; front <= most; front += 1) ends.push(digits.slice(front));
  return ends;
}

/** A character that can stand in an address, as opposed to beside it. */
const addressCharacter = /[^\s"'<>(),;:=&?[\]{}@]/;
const longestLocalPart = 256;
/** What follows the at sign, from a given place on; bounded, like all that looks for addresses. */
const host = new RegExp(`${addressCharacter.source}{1,255}`, "uy");
const domain = new RegExp(`${host.source}\\.[\\p{L}\\p{M}%][\\p{L}\\p{M}\\d%-]{1,62}`, "uy");

/** Addresses of the request with characters that elsewhere stand beside addresses, a few of them. */
function oddOnes(addresses: readonly string[]): string[] {
  return addresses
    .filter((address) => /[^\w.@%~-]/.test(address))
    .slice(0, mostSecrets)
    .flatMap((address) => [address, address.replaceAll("+", " ")]);
}

/**
 * Looks around each at sign. A regular expression for whole addresses would try each of them from
 * every character before it, which takes minutes for some texts of a few thousand characters.
 *
 * @param known addresses of the request, which need no dot
 */
function addressFinder(known: ReadonlySet<string>): Finder {
  return function* (text) {
    let done = 0;
    for (let sign = text.indexOf("@"); sign >= 0; sign = text.indexOf("@", sign + 1)) {
      const start = startOfAddress(text, sign, Math.max(done, sign - longestLocalPart));
      const end = endOfMatch(domain, text, sign + 1) ?? endOfKnown(known, text, start, sign);
      if (start === sign || end === undefined) continue;
      yield { start, end, word: email };
      done = end;
    }
  };
}

function startOfAddress(text: string, sign: number, earliest: number): number {
  let start = sign;
  // A local part in quotes may hold anything (RFC 5321, 4.1.2). A quote after a word ends another.
  if (text[sign - 1] === '"') {
    const quote = text.lastIndexOf('"', sign - 2);
    if (quote >= earliest && !/[\p{L}\d]/u.test(text[quote - 1] ?? "")) start = quote;
  }
  while (start > earliest && standsInAddress(text, start - 1)) start -= 1;
  return start;
}

function standsInAddress(text: string, at: number): boolean {
  if (addressCharacter.test(text[at] ?? "")) return true;
  // An apostrophe inside of a name, as opposed to one that quotes.
  return text[at] === "'" && /[\p{L}\d]/u.test(text[at - 1] ?? "");
}

function endOfMatch(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function endOfKnown(known: ReadonlySet<string>, text: string, start: number, sign: number) {
  const end = endOfMatch(host, text, sign + 1);
  const found = text.slice(start, end ?? sign).replace(/[.!]+$/, "");
  return known.has(found) ? start + found.length : undefined;
}

/** Levels of a JSON value that are shown; deeper ones would be read by nobody. */
const deepest = 100;

/** `redact` for every text inside a JSON value, such as an answer's body; names included. */
export function redactDeep(value: unknown, withheld?: Withheld): unknown {
  return deepWith(redactorFor(withheld), value, 0);
}

function deepWith(redactText: (text: string) => string, value: unknown, level: number): unknown {
  if (typeof value === "string") return redactText(value);
  if (typeof value === "number") {
    const text = redactText(String(value));
    return text === String(value) ? value : text;
  }
  if (typeof value !== "object" || value === null) return value;
  if (level === deepest) return "(more)";
  const deeper = (item: unknown) => deepWith(redactText, item, level + 1);
  if (Array.isArray(value)) return value.map(deeper);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [redactText(key), deeper(item)]),
  );
}
