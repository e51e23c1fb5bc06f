import assert from "node:assert/strict";
import { request } from "node:http";
import { describe, it } from "node:test";
import type { Bench } from "./support/bench";

/** The door of the server: this machine, this page, this token. */
export function testServer({ workbench: { origin, token } }: Bench): void {
  const { hostname, port } = new URL(origin);
  // The path goes out as it is written; fetch would tidy it.
  const ask = (path: string, headers: Record<string, string>, method = "GET", body = "") =>
    new Promise<number | undefined>((resolve, reject) => {
      request({ hostname, port, path, method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end(body);
    });
  const authorization = `Bearer ${token}`;
  const own = new URL(origin).host;

  describe("the server", () => {
    const cases = [
      ["lets its own page in", "/api/state", { authorization, origin }, 200],
      [
        "lets a page in that was opened by localhost",
        "/api/state",
        { authorization, host: own.replace("127.0.0.1", "localhost") },
        200,
      ],
      ["needs the token", "/api/state", {}, 401],
      ["needs the token on an encoded path", "/%61pi/state", {}, 401],
      ["needs the token on a whole address as path", `${origin}/api/state`, {}, 401],
      ["refuses another token", "/api/catalog", { authorization: "Bearer guessed" }, 401],
      ["refuses another host name", "/", { host: "rebound.example" }, 403],
      [
        "refuses another host name with the token",
        "/api/state",
        { authorization, host: "rebound.example" },
        403,
      ],
      [
        "refuses another origin",
        "/api/state",
        { authorization, origin: "https://elsewhere.example" },
        403,
      ],
      ["refuses an origin without a name", "/api/state", { authorization, origin: "null" }, 403],
      ["serves no other file", "/package.json", {}, 404],
      ["serves no file outside of the page", "/../package.json", {}, 404],
      ["serves no file outside of the page by an encoded path", "/%2e%2e/package.json", {}, 404],
      ["has the company's lists and no others", "/api/company/__proto__", { authorization }, 400],
    ] as const;
    for (const [name, path, headers, status] of cases) {
      it(name, async () => assert.equal(await ask(path, { ...headers }), status));
    }

    const form = "application/x-www-form-urlencoded";
    const json = "application/json";
    const orders = [
      ["a form that a page elsewhere posts", "/api/reset", { "content-type": form }, "a=b", 401],
      [
        "text, which a page elsewhere may post unasked",
        "/api/reset",
        { "content-type": "text/plain" },
        "{}",
        401,
      ],
      [
        "an action that is unknown",
        "/api/run",
        { authorization, "content-type": json },
        runOf("nothing"),
        404,
      ],
      ["a run without inputs", "/api/run", { authorization, "content-type": json }, "{}", 400],
      [
        "a clock that goes back",
        "/api/clock",
        { authorization, "content-type": json },
        `{"seconds":-1}`,
        400,
      ],
      [
        "a lever that is unknown",
        "/api/faults",
        { authorization, "content-type": json },
        `{"kind":"x"}`,
        400,
      ],
      [
        "a key that reaches into every object",
        "/api/clock",
        { authorization, "content-type": json },
        `{"__proto__":{"seconds":1}}`,
        400,
      ],
    ] as const;
    for (const [name, path, headers, body, status] of orders) {
      it(`refuses ${name}`, async () => {
        assert.equal(await ask(path, { ...headers }, "POST", body), status);
      });
    }
  });
}

const runOf = (key: string) =>
  JSON.stringify({ kind: "action", key, inputs: {}, connection: { kind: "local" } });
