import axios from "axios";
import { failureOf } from "../../tests/support/failure";
import { connectionTo, startServer, type TestServer } from "../../tests/support/server";
import { shownBy } from "../../tests/support/shown";
import { fakeTime } from "../../tests/support/time";
import { createCall } from "../operations/calls";
import { listUsers } from "../operations/users";
import { createClient, type GongClient } from "./createClient";

/** Another machine, which must get nothing. */
let elsewhere: TestServer;
beforeAll(async () => {
  elsewhere = await startServer((_, response) => response.end('{"requestId":"stolen"}'));
});
afterAll(() => elsewhere.stop());
beforeEach(() => {
  elsewhere.arrivals.length = 0;
});

const newClient = (server: TestServer): GongClient =>
  createClient(connectionTo(server.url), {}, { time: fakeTime() });

describe.each([301, 302, 303, 307, 308])("A redirect with %d", (status) => {
  it.each([
    ["a read", (client: GongClient) => client.call(listUsers)],
    ["a write", (client: GongClient) => client.call(createCall, { body: { title: "x" } })],
  ])("to another host is not followed by %s: credentials stay here", async (_, run) => {
    const server = await startServer((_request, response) =>
      response.writeHead(status, { location: `${elsewhere.url}/v2/users` }).end(),
    );
    try {
      const error = await failureOf(run(newClient(server)));
      expect(error).toMatchObject({ status, code: "unreadable_answer", attempts: 1 });
      expect(error.message).toMatch(/nothing was sent there.*Check that the Base URL/);
      expect(shownBy(error)).not.toContain(elsewhere.url);
      expect(server.arrivals).toHaveLength(1);
      expect(elsewhere.arrivals).toEqual([]);
    } finally {
      await server.stop();
    }
  });
});

describe("A redirect on the same host", () => {
  it("is not followed either, since it may turn a write into a read", async () => {
    const server = await startServer((request, response) => {
      if (request.url === "/moved") response.end("{}");
      else response.writeHead(302, { location: "/moved" }).end();
    });
    try {
      const error = await failureOf(newClient(server).call(createCall, { body: {} }));
      expect(error.status).toBe(302);
      expect(server.arrivals).toHaveLength(1);
    } finally {
      await server.stop();
    }
  });
});

describe("A proxy that the environment names", () => {
  const names = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"].flatMap((name) => [
    name,
    name.toLowerCase(),
  ]);
  const cleared = [...names, "NO_PROXY", "no_proxy"];
  const before = cleared.map((name) => [name, process.env[name]] as const);

  beforeEach(() => {
    for (const name of cleared) delete process.env[name];
    for (const name of names) process.env[name] = elsewhere.url;
  });
  afterEach(() => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });

  it("is not used, since credentials would pass through it", async () => {
    const server = await startServer((_, response) =>
      response.end('{"requestId":"direct","users":[]}'),
    );
    try {
      // What an ordinary client does here, so that the silence below means something.
      await axios.get(server.url);
      expect([server.arrivals.length, elsewhere.arrivals.length]).toEqual([0, 1]);
      const answer = await newClient(server).call(listUsers);
      expect(answer).toEqual({ requestId: "direct", users: [] });
      expect([server.arrivals.length, elsewhere.arrivals.length]).toEqual([1, 1]);
    } finally {
      await server.stop();
    }
  });
});

describe("What is sent", () => {
  it("has the credentials, names JSON where there is some, and nothing more about anybody", async () => {
    const server = await startServer((_, response) => response.end('{"requestId":"r","users":[]}'));
    try {
      const client = newClient(server);
      await client.call(listUsers, { query: { includeAvatars: false, cursor: undefined } });
      await client.call(createCall, { body: { title: "x", purpose: undefined } });
      const credentials = Buffer.from("ACCESSKEY:access-key-secret").toString("base64");
      expect(server.arrivals).toMatchObject([
        {
          method: "GET",
          url: "/v2/users?includeAvatars=false",
          headers: { accept: "application/json", authorization: `Basic ${credentials}` },
        },
        {
          method: "POST",
          url: "/v2/calls",
          headers: { "content-type": "application/json", "content-length": "13" },
        },
      ]);
      expect(server.arrivals[0]?.headers).not.toHaveProperty("content-type");
      for (const { headers } of server.arrivals) {
        const usual = ["accept", "accept-encoding", "authorization", "connection", "host"];
        const ofBody = ["content-length", "content-type", "user-agent"];
        expect([...usual, ...ofBody]).toEqual(expect.arrayContaining(Object.keys(headers)));
      }
    } finally {
      await server.stop();
    }
  });
});
