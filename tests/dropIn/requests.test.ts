import { resolveAccount } from "../../src/connections/account";
import { doubtAbout } from "../../src/connections/baseUrl";
import { startGong, type TestGong } from "../support/gong";
import { connectionTo, startServer } from "../support/server";

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong({ callCount: 1 });
});
afterAll(() => gong.stop());

const callId = "7782342274025937895";
const newCall = {
  clientUniqueId: "pbx-1",
  primaryUser: "234599484848423",
  parties: [{ userId: "234599484848423" }],
  direction: "Inbound",
  actualStart: "2026-03-01T09:00:00Z",
  downloadMediaUrl: "https://recordings.harbourline.example/0001.mp3",
};

describe("B22: a connection", () => {
  it.each(["https://us-1234.app.gong.io", "https://us-1234.app.gong.io/v2"])(
    "with the address of Gong's pages passes, with a warning: %s",
    (baseUrl) => {
      const account = resolveAccount(connectionTo(baseUrl));
      expect(account.baseUrl).toBe("https://us-1234.app.gong.io");
      expect(doubtAbout(account.baseUrl)).toContain("us-1234.app.gong.io");
    },
  );

  it.each(["a:b", "key with spaces", "ключ", "+/=.,;"])("with the key %j passes", (accessKey) => {
    const account = resolveAccount(connectionTo("https://us-1234.api.gong.io", { accessKey }));
    const sent = Buffer.from(account.authorization.replace("Basic ", ""), "base64").toString();
    expect(sent).toBe(`${accessKey}:access-key-secret`);
  });
});

describe("B23: the execution's state", () => {
  it("stays as it is", async () => {
    expect(await gong.run("createNewCall", newCall)).not.toHaveProperty("executionState");
  });
});

describe("B25: an answer without a body", () => {
  it.each([
    ["getCallUsingGet", 200, { callId }],
    ["createNewCall", 200, newCall],
    ["createNewCall", 204, newCall],
  ])("to %s with status %d is success, and an empty text", async (key, status, inputs) => {
    const server = await startServer((_, response) => response.writeHead(status).end());
    const { data } = await gong.run(key, { ...inputs, connection: connectionTo(server.url) });
    await server.stop();
    expect(data).toBe("");
  });
});
