import { startServer } from "../../tests/support/server";
import { connectionFromEnvironment, demandRunning, explainKey } from "./connection";

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

describe("A connection from prism", () => {
  it("is taken as it is", () => {
    const connection = { key: "oauth2", token: { access_token: "t" } };
    const env = { PRISMATIC_CONNECTION_VALUE: JSON.stringify(connection) };
    expect(connectionFromEnvironment(env)).toMatchObject({ connection });
  });

  it.each(["{", "5", "null", '"secret"'])("is refused without being repeated: %s", (value) => {
    const read = () => connectionFromEnvironment({ PRISMATIC_CONNECTION_VALUE: value });
    expect(read).toThrow("PRISMATIC_CONNECTION_VALUE must be a connection as a JSON object.");
  });
});

describe("An account on this machine", () => {
  const connection = {};

  it("is refused at once when nothing runs there", async () => {
    const server = await startServer(() => {});
    const { url: origin } = server;
    await expect(demandRunning({ connection, description: "", origin })).resolves.toBeUndefined();
    await server.stop();
    await expect(demandRunning({ connection, description: "", origin })).rejects.toThrow(
      `Nothing runs at ${origin}: start a local Gong with "npm run sandbox", or unset GONG_BASE_URL, GONG_ACCESS_KEY, GONG_ACCESS_KEY_SECRET.`,
    );
  });

  it.each([undefined, "https://us-12345.api.gong.io"])(
    "is the only one that is tried: not %s",
    async (origin) => {
      const named = { connection, description: "", origin };
      await expect(demandRunning(named)).resolves.toBeUndefined();
    },
  );

  it.each([
    ["not_authorized", "http://127.0.0.1:8484", true],
    ["not_found", "http://127.0.0.1:8484", false],
    ["not_authorized", "https://us-12345.api.gong.io", false],
  ])("that answers %s at %s: a word about its keys is added: %s", (code, origin, isAdded) => {
    const error = Object.assign(new Error("Gong returned 401."), { code });
    const explain = () => explainKey({ connection, description: "", origin })(error);
    expect(explain).toThrow("Gong returned 401.");
    if (isAdded) expect(explain).toThrow('paste the "export" line that it printed');
    else expect(explain).toThrow(error);
  });
});
