import fc from "fast-check";
import { randomly, seed } from "../../tests/support/random";
import { isLoopbackHost } from "./addressFilter";
import { doubtAbout, normalizeBaseUrl } from "./baseUrl";

const api = "https://us-12345.api.gong.io";

describe("A Base URL as people paste it", () => {
  it.each([
    ...[api, `${api}/`, `${api}///`, `${api}/v2`, `${api}/v2/`, `${api}/V2/`, `${api}/v2/calls`],
    ...[`${api}/v2/calls?fromDateTime=2026-03-01T00:00:00Z#top`, `${api}?a=b`, `${api}#`],
    ...[`${api}:443`, `${api}:443/v2`, `  ${api}  `, `\t${api}\r\n`, `"${api}"`, `'${api}/'`],
    ...[`<${api}>`, `\`${api}\``, `${api}.`, `${api},`, "us-12345.api.gong.io"],
    ...["us-12345.api.gong.io/", "us-12345.api.gong.io/v2", "us-12345.api.gong.io:443"],
    ...["//us-12345.api.gong.io", "HTTPS://US-12345.API.GONG.IO/V2", "Us-12345.Api.Gong.Io"],
  ])("%j is understood", (pasted) => {
    expect(normalizeBaseUrl(pasted)).toBe(api);
  });

  it.each([
    ["https://company-17.api.gong.io", "https://company-17.api.gong.io"],
    ["https://gateway.example:8443/gong/", "https://gateway.example:8443/gong"],
    ["https://gateway.example/gong/v2/calls", "https://gateway.example/gong"],
    ["https://gateway.example/v2024/gong", "https://gateway.example/v2024/gong"],
    ["https://8.8.8.8:8443", "https://8.8.8.8:8443"],
    ["https://[2606:4700::1111]/v2", "https://[2606:4700::1111]"],
    ["https://us-12345.app.gong.io/home", "https://us-12345.app.gong.io/home"],
    ["https://127.0.0.1:4010", "https://127.0.0.1:4010"],
    ["http://127.8.8.8:4010", "http://127.8.8.8:4010"],
    ["http://localhost:4010/v2", "http://localhost:4010"],
    ["127.0.0.1:4010", "http://127.0.0.1:4010"],
    ["localhost:443", "http://localhost:443"],
    ["LOCALHOST", "http://localhost"],
    ["[::1]:4010/v2", "http://[::1]:4010"],
  ])("%j becomes %s", (pasted, address) => {
    expect(normalizeBaseUrl(pasted)).toBe(address);
  });
});

describe("A Base URL that cannot be used", () => {
  it.each([
    ...["http://us-12345.api.gong.io", "ftp://us-12345.api.gong.io", "ws://us-12345.api.gong.io"],
    ...["http://localhost.evil.example", "http://127.0.0.1.evil.example"],
    ...["http://evil.example/localhost", "http://evil.example?127.0.0.1"],
    ...["http://xlocalhost.example", "http://128.0.0.1", "http://127-0-0-1.evil.example"],
  ])("is refused because it is not encrypted: %s", (pasted) => {
    expect(() => normalizeBaseUrl(pasted)).toThrow(/must begin with https:\/\//);
  });

  it.each([
    ...["https://key:secret@us-12345.api.gong.io", "https://key@us-12345.api.gong.io"],
    ...["https://:secret@us-12345.api.gong.io", "https://us-12345.api.gong.io@evil.example"],
    ...["https://us-12345.api.gong.io:443@evil.example/", "us-12345.api.gong.io@evil.example"],
    ...["http://localhost:4010@evil.example", "http://127.0.0.1@evil.example"],
  ])("is refused because it holds credentials: %s", (pasted) => {
    expect(() => normalizeBaseUrl(pasted)).toThrow(/must not contain a user name or password/);
  });

  it.each([
    ...["https://app.gong.io", "https://app.gong.io/settings/api", "gong.io"],
    ...["https://www.gong.io/", "https://help.gong.io/hc/en-us", "APP.GONG.IO"],
  ])("is refused because it is one of Gong's pages: %s", (pasted) => {
    expect(() => normalizeBaseUrl(pasted)).toThrow(/Gong's web pages/);
  });

  it.each([
    ...["", "   ", "/", "https://", "https:///", "us-12345", "https://us-12345"],
    ...["not a web address", "https://us-12345.api.gong .io"],
    ...["https://us-12345.api.gong.io/v2 and more", "https://us-12345.api\n.gong.io"],
    ...["https://us-12345.api.gong.io:99999", "https://us-12345..gong.io"],
    ...["https://us-12345.api.gong.io/ https://evil.example", "https://%zz.example", "/v2/calls"],
    ...[
      "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjIwNTY3ODkxMjMsImFjY2Vzc0tleSI6IkFCQ0RFRkdISUpLTE1OT1BRIn0.9abc-DEF_ghi",
    ],
    ...["ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"],
  ])("is refused because it is no web address: %j", (pasted) => {
    expect(() => normalizeBaseUrl(pasted)).toThrow(/not a web address/);
  });

  it("is never repeated in the refusal, which shows a right one instead", () => {
    for (const pasted of ["http://canary.example", "https://canary:x@host.example", "canary"]) {
      const refusal = refusalOf(pasted);
      expect(refusal).toContain("https://us-12345.api.gong.io");
      expect(refusal).not.toContain("canary");
    }
  });
});

describe("A Base URL of a private address", () => {
  const local = ["127.1", "0x7f000001", "2130706433", "localhost", "[::1]", "[::ffff:127.0.0.1]"];
  const others = [
    ...["10.1.2.3", "0.0.0.0:4010", "2852039166", "169.254.169.254", "168.63.129.16", "100.64.0.1"],
    ...["192.168.0.1", "172.16.5.4", "[::127.0.0.1]", "[::]", "[fd00::1]", "[fe80::1]"],
    ...["[::ffff:10.0.0.1]", "[64:ff9b::10.0.0.1]", "[::ffff:0:10.0.0.1]", "[2002:a00:1::]"],
    ...["[2001:db8::1]", "[ff02::1]"],
  ];
  const withoutSwitch = (run: () => void) => {
    delete process.env.GONG_ALLOW_LOCAL;
    try {
      run();
    } finally {
      process.env.GONG_ALLOW_LOCAL = "true";
    }
  };

  it.each(local)("is taken with GONG_ALLOW_LOCAL=true where it is this machine: %s", (host) => {
    expect(normalizeBaseUrl(`http://${host}:4010`)).toBe(new URL(`http://${host}:4010`).origin);
    withoutSwitch(() => {
      for (const scheme of ["http", "https"]) {
        expect(() => normalizeBaseUrl(`${scheme}://${host}`)).toThrow(
          /private address.*GONG_ALLOW_LOCAL=true/,
        );
      }
    });
  });

  it.each(others)("is refused with the switch and without: %s", (host) => {
    expect(() => normalizeBaseUrl(`https://${host}`)).toThrow(/private address/);
    withoutSwitch(() => {
      expect(() => normalizeBaseUrl(`https://${host}`)).toThrow(/private address/);
    });
  });

  it.each([
    [api, undefined],
    ["https://api.gong.io", undefined],
    ["http://127.0.0.1:4010", undefined],
    ["https://us-1234.app.gong.io", /us-1234\.app\.gong\.io looks like one of Gong's web pages/],
    ["https://gateway.example:8443/gong", /gateway\.example:8443 is not under gong\.io/],
    ["https://notgong.io", /notgong\.io is not under gong\.io/],
  ])("has no part in the doubt about %s", (address, words) => {
    const doubt = doubtAbout(address);
    if (words === undefined) expect(doubt).toBeUndefined();
    else expect(doubt).toMatch(words);
  });
});

describe(`Any Base URL (seed ${seed})`, () => {
  const host = fc.domain().map((name) => name.toLowerCase());

  it("gives an encrypted address, or one on this machine, that stays as it is", () => {
    const piece = fc.oneof(
      host,
      fc.string({ maxLength: 6 }),
      fc.constantFrom(
        ...["http://", "https://", "://", "localhost", "127.0.0.1", "@", ":", "\\", "/", "//"],
        ...["?", "#", "%2f", "%00", "。", ".", "[::1]", "evil.example", ":80", "\u200b", "é"],
        ...["..", "/v2"],
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
        let address: string;
        try {
          address = normalizeBaseUrl(pieces.join(""));
        } catch (error) {
          expect((error as Error).message).toMatch(/^Base URL .*https:\/\/us-12345/);
          return;
        }
        const url = new URL(address);
        expect(url.protocol === "https:" || isLoopbackHost(url.hostname)).toBe(true);
        expect(url.username + url.password + url.search + url.hash).toBe("");
        expect(address).not.toMatch(/\/$|\/v2$/i);
        expect(new URL(`${address}/v2/calls`).origin).toBe(url.origin);
        // A path of other characters can end in what is taken off as punctuation.
        if (/^[\w/-]*$/.test(url.pathname)) expect(normalizeBaseUrl(address)).toBe(address);
      }),
      randomly(3_000),
    );
  });
});

function refusalOf(pasted: string): string {
  try {
    return `accepted as ${normalizeBaseUrl(pasted)}`;
  } catch (error) {
    return (error as Error).message;
  }
}
