import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { makeRecording } from "../../../scripts/support/recording";
import { startGong, type TestGong } from "../../../tests/support/gong";

let gong: TestGong;
let files: Server;
let answer: RequestListener;
let callId: string;
let served = 0;

beforeAll(async () => {
  gong = await startGong({ maxMediaBytes: 50_000_000 });
  files = createServer((request, response) => {
    served += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => files.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  files.closeAllConnections();
  files.close();
  await gong.stop();
});
beforeEach(async () => {
  const user = gong.sandbox.company.users.find(
    ({ active, settings }) => active && settings.telephonyCallsImported,
  );
  const created = await gong.run("createNewCall", {
    clientUniqueId: `file-url-${expect.getState().currentTestName}`,
    primaryUser: user?.id,
    parties: [{ userId: user?.id }],
    direction: "Inbound",
    actualStart: "2026-03-01T09:00:00Z",
  });
  callId = created.data.callId;
  gong.sandbox.clearRequests();
  gong.sandbox.faults.clear();
  served = 0;
});

const base = () => `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
const upload = (fileUrl: string, more: object = {}) => ({
  callId,
  fileName: "call.wav",
  fileUrl,
  ...more,
});

describe("Add Call Media with File URL", () => {
  it("passes the recording on with its name, type and exact length", async () => {
    const recording = makeRecording(70, 1);
    const headers = { "content-length": recording.length, "content-type": "audio/x-wav" };
    answer = (_, response) => void response.writeHead(200, headers).end(recording);
    const { data } = await gong.run("addMedia", upload(`${base()}/call.wav?signature=abc`));
    expect(data.callId).toBe(callId);
    const file = { field: "mediaFile", fileName: "call.wav", contentType: "audio/wav" };
    expect(gong.sandbox.requests).toMatchObject([
      {
        method: "PUT",
        path: `/v2/calls/${callId}/media`,
        headers: { "content-length": expect.stringMatching(/^\d+$/) },
        body: { files: [{ ...file, size: recording.length }] },
      },
    ]);
  });

  it("passes on a recording whose size is not told beforehand", async () => {
    const recording = makeRecording(70, 2);
    answer = (_, response) => {
      response.write(recording.subarray(0, 1000));
      response.end(recording.subarray(1000));
    };
    await gong.run("addMedia", upload(`${base()}/call.wav`));
    expect(gong.sandbox.requests).toMatchObject([
      { body: { files: [{ contentType: "audio/wav", size: recording.length }] } },
    ]);
  });

  it("opens the recording again when Gong refuses the first attempt for its limit", async () => {
    const recording = makeRecording(70, 3);
    answer = (_, response) => void response.end(recording);
    gong.sandbox.faults.next({ kind: "status", status: 429, retryAfter: 0, path: "/v2/calls" });
    await gong.run("addMedia", upload(`${base()}/call.wav`));
    expect(gong.sandbox.requests.map(({ status }) => status)).toEqual([429, 201]);
    expect(served).toBe(2);
  });

  it("follows redirects", async () => {
    const recording = makeRecording(70, 4);
    answer = ({ url }, response) => {
      if (url === "/moved") response.writeHead(302, { location: "/here.wav" }).end();
      else response.end(recording);
    };
    await gong.run("addMedia", upload(`${base()}/moved`));
    expect(gong.sandbox.requests).toMatchObject([{ status: 201 }]);
  });

  it("sends no credentials to the server of the recording", async () => {
    let headers = {};
    answer = (request, response) => {
      headers = request.headers;
      response.end(makeRecording(70, 5));
    };
    await gong.run("addMedia", upload(`${base()}/call.wav`));
    expect(Object.keys(headers)).not.toContain("authorization");
    expect(Object.keys(headers)).not.toContain("cookie");
  });

  it("adds nothing when the source breaks off, with and without a told size", async () => {
    const recording = makeRecording(70, 6);
    answer = (_, response) => {
      response.writeHead(200, { "content-length": recording.length });
      response.write(recording.subarray(0, 100_000), () => response.destroy());
    };
    const error = await gong.fail("addMedia", upload(`${base()}/call.wav`));
    expect(error.message).toMatch(
      /^File URL broke off after \d+ of \d+ bytes\. Nothing was added to the call\.$/,
    );

    answer = (_, response) => {
      response.write(recording.subarray(0, 100_000), () => response.destroy());
    };
    const second = await gong.fail("addMedia", upload(`${base()}/call.wav`));
    expect(second.message).toMatch(/^File URL broke off after \d+ bytes/);
    expect(gong.sandbox.requests.filter(({ status }) => status === 201)).toEqual([]);
    // The call still takes its recording.
    answer = (_, response) => void response.end(recording);
    await gong.run("addMedia", upload(`${base()}/call.wav`));
  });

  const redirectTo = (location: string) => [302, { location }, ""] as const;
  it.each([
    ["an error page", [404, {}, "gone"], "it returned 404"],
    ["a login", [200, { "content-type": "Text/HTML" }, "Sign in"], "returned text"],
    ["JSON", [200, { "content-type": "application/problem+json" }, "{}"], "returned text"],
    ["what was compressed", [200, { "content-encoding": "gzip" }, "x"], "a compressed file"],
    ["nothing", [200, { "content-length": "0" }, ""], "an empty file"],
    ["too much", [200, { "content-length": "1610612737" }, "x"], "more than 1.5 GB"],
    ["a redirect that never ends", redirectTo("/again"), "redirects too often"],
    ["another scheme", redirectTo("ftp://127.0.0.1/x"), "must begin with https://"],
    ["a private address", redirectTo("https://10.0.0.1/x"), "private address"],
    ["the metadata service", redirectTo("https://169.254.169.254/latest"), "private address"],
    ["the platform of a machine", redirectTo("https://168.63.129.16/x"), "private address"],
    ["a mapped address", redirectTo("https://[::ffff:192.168.1.1]/x"), "private address"],
  ])("refuses %s before anything goes to Gong", async (_, given, words) => {
    const [status, headers, body] = given as [number, Record<string, string>, string];
    answer = (_request, response) => void response.writeHead(status, headers).end(body);
    const error = await gong.fail("addMedia", upload(`${base()}/call.wav`));
    expect(error.name).toBe("RemoteFileError");
    expect(error.message).toContain(words);
    expect(gong.sandbox.requests).toEqual([]);
  });

  it("reaches nothing on this machine unless the environment allows it", async () => {
    delete process.env.GONG_ALLOW_LOCAL;
    const connection = {
      key: "gongApiKey",
      configVarKey: "Gong",
      fields: { baseUrl: "https://gong.invalid", accessKey: "a", accessKeySecret: "b" },
    };
    const onHere = ["https://localhost:1/x", "https://[::1]:1/x", "https://0x7f.1/x"];
    for (const fileUrl of [base().replace("http:", "https:"), ...onHere, `${base()}/x`]) {
      const error = await gong.fail("addMedia", upload(fileUrl, { connection }));
      expect(error.message).toBe("File URL cannot be fetched: it leads to a private address.");
    }
    process.env.GONG_ALLOW_LOCAL = "true";
    expect(served).toBe(0);
  });
});
