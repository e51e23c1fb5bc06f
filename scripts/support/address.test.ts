import { withOriginsOnly } from "./address";

describe("A text that is shown", () => {
  it.each([
    ["of https://host.example:8443/pasted?pasted#pasted", "of https://host.example:8443"],
    ['"http://pasted:pasted@host.example/api": no', '"http://host.example": no'],
    ["HTTPS://Host.Example/pasted, once", "https://host.example once"],
    ["http://[pasted", "…"],
    ["nothing to hide", "nothing to hide"],
  ])("has only the origins of addresses: %s", (text, shown) => {
    expect(withOriginsOnly(text)).toBe(shown);
  });
});
