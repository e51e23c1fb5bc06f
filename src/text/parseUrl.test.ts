import { parseUrl } from "../text/parseUrl";

describe("parseUrl", () => {
  it("reads a URL with letters outside ASCII, however often it is asked", () => {
    const wrong = Array.from({ length: 20_000 }, () => parseUrl("https://bücher.example/ä"))
      .map((url) => url?.href)
      .filter((href) => href !== "https://xn--bcher-kva.example/%C3%A4");
    expect(wrong).toEqual([]);
  });

  it.each(["", "harbourline.example", "/path", "https://", "https://a b.example"])(
    "gives nothing for %j",
    (text) => {
      expect(parseUrl(text)).toBeUndefined();
    },
  );
});
