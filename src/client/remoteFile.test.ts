import { failureOf } from "../../tests/support/failure";
import { connectionTo, startServer, type TestServer } from "../../tests/support/server";
import { addMedia } from "../operations/calls";
import { createClient } from "./createClient";
import { multipart } from "./multipart";
import { openRemoteFile } from "./remoteFile";

let gong: TestServer;
let received: number;
beforeAll(async () => {
  gong = await startServer((request, response) => {
    request.on("data", (chunk: Buffer) => {
      received += chunk.length;
    });
    request.on("end", () => response.writeHead(201).end('{"requestId":"r"}'));
  });
});
afterAll(() => gong.stop());
beforeEach(() => {
  received = 0;
});

/** Passes what a server answers on to Gong, as Add Call Media does. */
async function passOn(
  answer: Parameters<typeof startServer>[0],
  { timeoutMs = 10_000, maxBytes = 1_000_000 } = {},
) {
  const files = await startServer(answer);
  try {
    const client = createClient(connectionTo(gong.url));
    return await client.call(
      { ...addMedia, timeoutMs },
      {
        path: { id: "1" },
        form: async (signal) => {
          const rules = { label: "File URL", maxBytes, signal };
          const { stream } = await openRemoteFile(`${files.url}/a`, rules);
          return multipart([["f", { content: stream, fileName: "a", contentType: "audio/wav" }]]);
        },
      },
    );
  } finally {
    await files.stop();
  }
}

describe("A file on the web", () => {
  it.each([
    ...["<!DOCTYPE html><title>Sign in</title>", "\ufeff \n<html>"],
    ...['<?xml version="1.0"?><Error/>', "<Error><Code>AccessDenied</Code></Error>"],
  ])("is none when it is a page, whatever type it came with: %s", async (page) => {
    for (const type of [undefined, "audio/wav", "application/octet-stream"]) {
      const error = await failureOf(
        passOn((_, response) => {
          if (type) response.setHeader("content-type", type);
          response.end(page);
        }),
      );
      expect(error.message).toBe("File URL returned text, such as a web page, instead of a file.");
    }
    expect(received).toBe(0);
  });

  it("is passed on byte for byte", async () => {
    const bytes = Buffer.from([0, 60, 104, 255, 13, 10]);
    await expect(passOn((_, response) => void response.end(bytes))).resolves.toEqual({
      requestId: "r",
    });
    expect(received).toBeGreaterThan(bytes.length);
  });

  it("is opened and sent within the time of the attempt", async () => {
    const opening = await failureOf(passOn(() => {}, { timeoutMs: 60 }));
    expect(opening.message).toBe("File URL cannot be fetched: time ran out.");
    const sending = await failureOf(
      passOn((_, response) => void response.write("recording"), { timeoutMs: 60 }),
    );
    expect(sending.message).toMatch(/time ran out|Gong did not respond in time|ran out of time/);
    // What begins with nothing for ever is not waited for either.
    const silent = await failureOf(
      passOn((_, response) => response.writeHead(200).flushHeaders(), { timeoutMs: 60 }),
    );
    expect(silent.message).toMatch(/ran out of time after 0 bytes/);
  });

  it("of more bytes than allowed is not passed on to its end", async () => {
    const error = await failureOf(
      passOn((_, response) => void response.end(Buffer.alloc(2_000)), { maxBytes: 1_999 }),
    );
    expect(error.message).toMatch(/^File URL leads to a file of more than/);
  });
});
