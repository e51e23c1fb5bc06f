import { invokedUrl, isSameAddress } from "./address";

const hook = "https://hooks.example.com/trigger/SW5z==";

describe("Two URLs", () => {
  it.each([
    [hook, hook],
    [`${hook}?tenant=7&mode=a%20b`, `${hook}?mode=a+b&tenant=7`],
    [`${hook}?list=1&list=2`, `${hook}?list=1&list=2`],
    [hook, `${hook}/`],
    [hook, hook.replace("==", "%3d%3D")],
    [hook, hook.replace("hooks.example.com/", "HOOKS.example.COM:443/").replace("https", "HTTPS")],
    [`${hook}#part`, hook],
    ["https://hooks.example.com", "https://hooks.example.com/"],
    ["https://hooks.example.com/a%zz", "https://hooks.example.com/a%zz"],
    ["https://bücher.example/電話", "https://xn--bcher-kva.example/%E9%9B%BB%E8%A9%B1"],
  ])("are the same place: %s and %s", (one, other) => {
    expect([isSameAddress(one, other), isSameAddress(other, one)]).toEqual([true, true]);
  });

  it.each([
    [hook, hook.replace("SW5z", "sw5z")],
    [hook, `${hook}//`],
    [hook, `${hook}/more`],
    [hook, hook.replace("https", "http")],
    [hook, hook.replace("hooks.", "hook.")],
    [hook, hook.replace(".com/", ".com:8443/")],
    [hook, hook.replace(".com/", ".com.evil.example/")],
    [hook, `${hook}?tenant=7`],
    [`${hook}?tenant=7`, `${hook}?tenant=8`],
    [`${hook}?tenant=7`, `${hook}?tenant=7&tenant=7`],
    [`${hook}?list=1&list=2`, `${hook}?list=2&list=1`],
    ["https://hooks.example.com/a%2Fb", "https://hooks.example.com/a/b"],
    ["https://hooks.example.com/a/b", "https://hooks.example.com/a/c/../d"],
    ["hooks.example.com/trigger", "https://hooks.example.com/trigger"],
    ["nonsense", "nonsense"],
  ])("are two places: %s and %s", (one, other) => {
    expect([isSameAddress(one, other), isSameAddress(other, one)]).toEqual([false, false]);
  });
});

it.each([
  [hook, { tenant: "7", mode: "a b" }, `${hook}?tenant=7&mode=a+b`],
  [`${hook}?tenant=7`, { tenant: "8" }, `${hook}?tenant=7`],
  [hook, undefined, hook],
  ["no URL", {}, undefined],
  [undefined, {}, undefined],
])("The URL that was called, %s with %j, is %s", (invokeUrl, queryParameters, expected) => {
  expect(invokedUrl(invokeUrl, queryParameters)).toBe(expected);
});
