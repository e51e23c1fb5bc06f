import fc from "fast-check";
import { randomly, seed } from "../../tests/support/random";
import { fillPath, onHostOf, toQueryString } from "./url";

const baseUrl = "https://us-12345.api.gong.io";

describe("A path template", () => {
  it.each([
    ["../users", "..%2Fusers"],
    ["1/../../users", "1%2F..%2F..%2Fusers"],
    ["1/media", "1%2Fmedia"],
    ["1\\media", "1%5Cmedia"],
    ["%2e%2e", "%252e%252e"],
    ["..%2fusers", "..%252fusers"],
    ["1?fromDateTime=x", "1%3FfromDateTime%3Dx"],
    ["1#top", "1%23top"],
    ["1\r\nX-Header: 1", "1%0D%0AX-Header%3A%201"],
    ["1\u0000", "1%00"],
    ["...", "..."],
    ["a b+c@d;e=f", "a%20b%2Bc%40d%3Be%3Df"],
    ["{id}", "%7Bid%7D"],
    ["é", "%C3%A9"],
  ])("keeps %j in its place", (id, encoded) => {
    expect(fillPath("/v2/calls/{id}/media", { id })).toBe(`/v2/calls/${encoded}/media`);
  });

  it.each([".", ".."])("refuses %j, which would change the path", (id) => {
    expect(() => fillPath("/v2/calls/{id}", { id })).toThrow(
      `The path /v2/calls/{id} cannot hold "${id}".`,
    );
  });

  it.each([{}, { id: "" }, { other: "1" }])("refuses to leave a place empty: %j", (values) => {
    expect(() => fillPath("/v2/calls/{id}", values as Record<string, string>)).toThrow(
      "The path /v2/calls/{id} needs a value for id.",
    );
  });

  it(`has as many parts as before, whatever the value (seed ${seed})`, () => {
    const text = fc.string({ unit: "grapheme", minLength: 1 });
    const tricky = fc
      .array(fc.constantFrom("..", ".", "/", "\\", "%2f", "%2e", "?", "#", "\n", "a", ":"), {
        minLength: 1,
      })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(text, tricky), (id) => {
        fc.pre(id !== "." && id !== "..");
        const { origin, pathname, search, hash } = new URL(
          baseUrl + fillPath("/v2/calls/{id}/media", { id }),
        );
        expect({ origin, search, hash }).toEqual({ origin: baseUrl, search: "", hash: "" });
        const parts = pathname.split("/");
        expect([parts.length, parts[1], parts[2], parts[4]]).toEqual([5, "v2", "calls", "media"]);
        expect(decodeURIComponent(parts[3] ?? "")).toBe(id);
      }),
      randomly(1_000),
    );
  });
});

describe("A query", () => {
  it("tells not given, false, 0 and an empty text apart", () => {
    expect(toQueryString({ a: undefined, b: false, c: 0, d: "" })).toBe("?b=false&c=0&d=");
  });

  it("encodes a plus sign, which else would arrive as a space", () => {
    expect(toQueryString({ phoneNumber: "+1 555 0100", emailAddress: "a+b@x.example" })).toBe(
      "?phoneNumber=%2B1%20555%200100&emailAddress=a%2Bb%40x.example",
    );
  });

  it("takes a list as a parameter for each value, and refuses half of a character", () => {
    expect(toQueryString({ id: ["1", "a b", 3], none: [], no: undefined })).toBe(
      "?id=1&id=a%20b&id=3",
    );
    expect(() => toQueryString({ id: "\ud83d" })).toThrow(/half of a character/);
    expect(() => fillPath("/v2/users/{id}", { id: "\ude00" })).toThrow(/half of a character/);
  });

  it(`arrives as it was given (seed ${seed})`, () => {
    const text = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(fc.dictionary(text, text, { minKeys: 1 }), (query) => {
        const { searchParams, pathname, hash } = new URL(
          `${baseUrl}/v2/calls${toQueryString(query)}`,
        );
        expect([...searchParams]).toEqual(Object.entries(query));
        expect([pathname, hash]).toEqual(["/v2/calls", ""]);
      }),
      randomly(1_000),
    );
  });
});

describe("An address for Raw Request", () => {
  it.each([
    ["/v2/calls", `${baseUrl}/v2/calls`],
    ["v2/calls", `${baseUrl}/v2/calls`],
    [
      "/v2/calls?fromDateTime=2026-03-01T00:00:00Z#top",
      `${baseUrl}/v2/calls?fromDateTime=2026-03-01T00:00:00Z`,
    ],
    [`${baseUrl}/v2/calls`, `${baseUrl}/v2/calls`],
    [`${baseUrl}:443/v2/calls`, `${baseUrl}/v2/calls`],
    ["HTTPS://US-12345.API.GONG.IO/v2/calls", `${baseUrl}/v2/calls`],
    ["", `${baseUrl}/`],
    ["/", `${baseUrl}/`],
    ["?a=b", `${baseUrl}/?a=b`],
    ["/../../v2/calls", `${baseUrl}/v2/calls`],
    ["@evil.example/", `${baseUrl}/@evil.example/`],
    [".evil.example/", `${baseUrl}/.evil.example/`],
    ["/:8443/", `${baseUrl}/:8443/`],
    ["/https://evil.example/", `${baseUrl}/https://evil.example/`],
    ["/v2/a:b", `${baseUrl}/v2/a:b`],
    // A backslash is a slash in web addresses, so what follows is no host.
    [`${baseUrl}\\@evil.example`, `${baseUrl}/@evil.example`],
  ])("%j leads to %s", (given, address) => {
    expect(onHostOf(baseUrl, given)?.href).toBe(address);
  });

  it.each([
    ...["//evil.example/v2/calls", "///evil.example", "/\\evil.example", "\\\\evil.example"],
    ...["\\/evil.example", "https://evil.example/v2/calls", "https:evil.example"],
    ...["https:/evil.example", "https:\\\\evil.example", "http://us-12345.api.gong.io/v2/calls"],
    ...["ftp://us-12345.api.gong.io/", "ws://us-12345.api.gong.io/", "file:///etc/passwd"],
    ...["data:text/plain,x", "javascript:alert(1)", "https://us-12345.api.gong.io:8443/v2/calls"],
    ...["https://us-12345.api.gong.io.evil.example/", "https://evil.example/us-12345.api.gong.io"],
    ...["https://evil.example#us-12345.api.gong.io", "https://evil.example?us-12345.api.gong.io"],
    ...["https://api.gong.io/v2/calls", "https://key:secret@us-12345.api.gong.io/v2/calls"],
    ...["https://key@us-12345.api.gong.io/", "https://:secret@us-12345.api.gong.io/"],
    ...["https://us-12345.api.gong.io@evil.example/"],
    ...["https://us-12345.api.gong.io%40evil.example/"],
    ...["https://us-12345.api.gong.io:443@evil.example/", "https://us-12345.api.gοng.io/v2/calls"],
    ...["https://us-12345.api.gong.io./v2/calls", "https://us-12345.api.gong。io.evil.example/"],
    ...["https://127.0.0.1/", "https://[::1]/", "https://", "https://us-12345.api.gong.io:99999/"],
  ])("refuses %j", (given) => {
    expect(onHostOf(baseUrl, given)).toBeUndefined();
  });

  it("stays below the path of an account behind a gateway", () => {
    const gateway = "https://gateway.example/gong";
    expect(onHostOf(gateway, "/v2/calls")?.href).toBe(`${gateway}/v2/calls`);
    expect(onHostOf(gateway, `${gateway}/v2/calls`)?.href).toBe(`${gateway}/v2/calls`);
    for (const given of [
      ...["/../admin", "/v2/../../admin", "/%2e%2e/admin", "/.%2E/admin", "\\..\\..\\admin"],
      ...["https://gateway.example/admin", "https://gateway.example/gongs"],
      ...["https://gateway.example/"],
    ]) {
      expect(onHostOf(gateway, given)).toBeUndefined();
    }
  });

  it(`never leads to another host, whatever is given (seed ${seed})`, () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 3 }),
      fc.constantFrom(
        ...["https:", "http:", "//", "/", "\\", "@", ":", "#", "?", "..", "%2f", "%5c", "\t"],
        ...["\n", " ", "。", "us-12345.api.gong.io", "evil.example", ":443", ":80", "[::1]"],
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const url = onHostOf(baseUrl, pieces.join(""));
        fc.pre(url !== undefined);
        expect(url?.origin).toBe(baseUrl);
        expect([url?.username, url?.password, url?.hash]).toEqual(["", "", ""]);
      }),
      randomly(3_000),
    );
  });
});
