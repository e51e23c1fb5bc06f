import fc from "fast-check";

/** Stands in texts that no message may repeat. */
export const canary = "c4n4ry";

/** Texts that have fooled readers of text before. */
const awkwardTexts = [
  ...["", " ", "\n", "null", "true", "no", "0", "-1", "1e999", "00", "1,2", ","],
  ...["[]", "{}", "[null]", "[[]]", '""', '{"a":1}', "{", '["1"', '[{"key":"a","value":"b"}]'],
  ...[
    "../..",
    "/",
    "..",
    "%2e%2e",
    "%",
    "?",
    "#",
    "\\\\host",
    "//host",
    "__proto__",
    "constructor",
  ],
  ...["2026-02-30", "2026-13-01", "2026-03-01", "2026-03-01T10:00:00+02:00", "yesterday"],
  ...["7782342274025937895", "123456789012345678901", "000xxx", "٣", "+15550100", "+0"],
  ...["a@b.example", "a@b.example,c@d.example", "http://127.0.0.1:1/x", "javascript:1"],
  ...["a\r\nX-Injected: 1", "a\u0000b", "a\u2028b", "\ud800", "\udc00x", "🎉", "x".repeat(100_001)],
];

/** UTF-16 as it comes, halves of surrogate pairs included. */
const anyText = fc
  .tuple(
    fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 20 }),
    fc.constantFrom("", canary),
  )
  .map(([start, end]) => start + end);

const text = fc.oneof(fc.constantFrom(...awkwardTexts), anyText);

const number = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 0.5, 1e-7, 2 ** 31, 2 ** 53, 7782342274025938000, 1e21),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  fc.double(),
  fc.bigInt(),
);

const bytes = fc.uint8Array({ maxLength: 8 }).map((array) => Buffer.from(array));
const file = fc.oneof(
  bytes,
  bytes.map((data) => new Uint8Array(data)),
  bytes.map((data) => JSON.parse(JSON.stringify(data))),
  fc.record({ data: fc.oneof(bytes, text), contentType: text }),
  fc.record({ type: fc.constant("Buffer"), data: fc.array(fc.integer(), { maxLength: 3 }) }),
);

/** Things that no JSON holds. Made anew for each use, so that nothing is shared. */
const oddity = fc.constantFrom(
  () => new Date(0),
  () => new Date(Number.NaN),
  () => new Map([["a", 1]]),
  () => () => canary,
  () => Symbol(canary),
  () => {
    const circle: unknown[] = [];
    circle.push({ circle });
    return circle;
  },
  () => JSON.parse(`${"[".repeat(5_000)}${"]".repeat(5_000)}`),
);

/** Names of fields may be shown: they say where a value is wrong. */
const name = fc.constantFrom("a", "b", "X-A", "data", ...awkwardTexts);

const plain = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 2, arbitrary: number },
  fc.boolean(),
  fc.constantFrom(null, undefined),
);

/** Any value that a field or an earlier step may hand to an input. */
export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: plain },
  file,
  oddity.map((make) => make()),
  fc.array(plain, { maxLength: 3 }),
  fc.array(fc.record({ key: name, value: fc.oneof(plain, file) }), { maxLength: 3 }),
  fc.dictionary(name, plain, { maxKeys: 3 }),
  fc.object({ maxDepth: 2, maxKeys: 3, withBigInt: true, withDate: true, withTypedArray: true }),
);

/** Valid JSON with one thing changed somewhere in it, as text or as a ready value. */
export function spoiled(json: object): fc.Arbitrary<unknown> {
  const places = placesIn(json);
  return fc
    .tuple(fc.constantFrom(...places), anyValue, fc.boolean())
    .map(([place, value, asText]) => {
      const copy: unknown = replace(structuredClone(json), place, value);
      return asText ? (jsonOf(copy) ?? copy) : copy;
    });
}

type Place = readonly string[];

/** Every place inside a value, and one that it does not have. */
function placesIn(value: unknown, here: Place = []): Place[] {
  if (typeof value !== "object" || value === null) return [here];
  const inner = Object.entries(value).flatMap(([name, item]) => placesIn(item, [...here, name]));
  return [here, ...inner, [...here, "another"]];
}

function replace(root: unknown, [name, ...rest]: Place, value: unknown): unknown {
  if (name === undefined) return value;
  const parent = root as Record<string, unknown>;
  parent[name] = replace(parent[name], rest, value);
  return parent;
}

function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
