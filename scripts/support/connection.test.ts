import { connectionFromEnvironment } from "./connection";

const keys = { GONG_ACCESS_KEY: "key", GONG_ACCESS_KEY_SECRET: "secret" };

describe("A connection that the environment names", () => {
  it.each([
    ["https://us-12345.api.gong.io", "the account at https://us-12345.api.gong.io"],
    [" us-12345.api.gong.io/v2/pasted ", "the account at https://us-12345.api.gong.io"],
    [
      "https://us-12345.api.gong.io/pasted?pasted#pasted",
      "the account at https://us-12345.api.gong.io",
    ],
    ["127.0.0.1:8484/pasted", "the account at http://127.0.0.1:8484"],
    // The component refuses these, without repeating them.
    ["https://pasted:pasted@us-12345.api.gong.io", "the account that GONG_BASE_URL names"],
    ["pasted", "the account that GONG_BASE_URL names"],
  ])("is called by the origin of its address: %s", (baseUrl, description) => {
    const named = connectionFromEnvironment({ ...keys, GONG_BASE_URL: baseUrl });
    expect(named?.description).toBe(description);
    expect(named?.connection).toMatchObject({ fields: { baseUrl } });
  });
});
