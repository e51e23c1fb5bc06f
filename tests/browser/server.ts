import assert from "node:assert/strict";
import { request } from "node:http";
import { describe, it } from "node:test";
import type { Bench } from "./support/bench";

/** The door of the server: this machine, this page, this token. */
export function testServer({ workbench: { origin, token } }: Bench): void {
  const ask = (path: string, headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(`${origin}${path}`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end();
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
    ] as const;
    for (const [name, path, headers, status] of cases) {
      it(name, async () => assert.equal(await ask(path, { ...headers }), status));
    }
  });
}
