import dns from "node:dns";
import { failureOf } from "../../tests/support/failure";
import { connectionTo, startServer } from "../../tests/support/server";
import { createClient } from "../client/createClient";
import { getUser } from "../operations/users";
import { publicLookup } from "./addressFilter";

/** What a name resolves to for a connection. */
const resolve = (name: string, all: boolean) =>
  new Promise((done) => publicLookup(name, { all }, (error, found) => done(error ?? found)));

afterEach(() => {
  process.env.GONG_ALLOW_LOCAL = "true";
  jest.restoreAllMocks();
});

describe("A name", () => {
  it.each([true, false])("of this machine needs the switch (all addresses: %s)", async (all) => {
    expect(await resolve("localhost", all)).not.toBeInstanceOf(Error);
    delete process.env.GONG_ALLOW_LOCAL;
    expect(await resolve("localhost", all)).toMatchObject({ code: "EPRIVATE" });
    expect(await resolve("no-such-host.invalid", all)).toHaveProperty("code");
  });

  it("that leads to a private address is not connected to, whatever it is called", async () => {
    const server = await startServer((_, response) => response.end("{}"));
    const { lookup } = dns;
    jest
      .spyOn(dns, "lookup")
      .mockImplementation(((_name: string, ...rest: [never, never]) =>
        lookup("127.0.0.1", ...rest)) as never);
    const url = `https://us-1.api.gong.io:${server.port}`;
    const client = createClient(connectionTo(url));
    delete process.env.GONG_ALLOW_LOCAL;
    const error = await failureOf(client.call(getUser, { path: { id: "1" } }));
    expect(error).toMatchObject({ code: "unreachable", attempts: 1 });
    expect(error.message).toContain("the address leads to a private network");
    expect(server.connections).toBe(0);
    await server.stop();
  });
});
