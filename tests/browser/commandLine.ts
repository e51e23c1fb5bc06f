import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { describe, it } from "node:test";
import { root } from "../../scripts/support/component";
import type { Bench } from "./support/bench";

/** `npm run workbench` itself: its help, its address, and one clear line for what can be wrong. */
export function testCommandLine({ workbench: { origin } }: Bench): void {
  const start = (words: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    spawn(process.execPath, ["--import", "tsx", "scripts/workbench.ts", ...words], {
      cwd: root,
      // As on a machine without a screen, and without npm around it.
      env: { ...process.env, DISPLAY: "", WAYLAND_DISPLAY: "", npm_lifecycle_event: "", ...env },
    });
  const ended = async (words: readonly string[], env?: NodeJS.ProcessEnv) => {
    const child = start(words, env);
    const closed = once(child, "close");
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
    await closed;
    return { out, err: err.trim(), code: child.exitCode };
  };
  const taken = new URL(origin).port;
  const key = { GONG_ACCESS_KEY: "key", GONG_ACCESS_KEY_SECRET: "secret" };

  describe("npm run workbench", () => {
    it("helps", async () => {
      const { out, code } = await ended(["--help"]);
      assert.match(out, /--port <number>[\s\S]*GONG_BASE_URL/);
      assert.equal(code, 0);
    });

    const refusals = [
      [
        "a port in use",
        ["--port", taken],
        {},
        `Port ${taken} is already in use. Choose another with --port, or --port 0 for a free one.`,
      ],
      [
        "half an account",
        [],
        { GONG_BASE_URL: "https://us-1.api.gong.io" },
        /^For a real account, set all of .* not set/,
      ],
      [
        "a local Gong that was stopped",
        [],
        { ...key, GONG_BASE_URL: "http://127.0.0.1:9" },
        /^Nothing runs at http:\/\/127\.0\.0\.1:9: start a local Gong/,
      ],
      [
        "a port that is none",
        ["--port", "x"],
        {},
        /^error: option '--port <number>' argument 'x' is invalid/,
      ],
    ] as const;
    for (const [name, words, env, line] of refusals) {
      it(`says in one line that there is ${name}`, async () => {
        const { err, code } = await ended(words, env);
        if (typeof line === "string") assert.equal(err, line);
        else assert.match(err, line);
        assert.equal(err.split("\n").length, 1);
        assert.equal(code, 1);
      });
    }

    it("prints the address where there is no browser, and ends when it is stopped", async () => {
      const child = start(["--port", "0"]);
      let out = "";
      for await (const chunk of child.stdout) {
        out += String(chunk);
        if (out.includes("No browser was found here.")) break;
      }
      assert.match(out, /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{32}/);
      child.kill("SIGTERM");
      const code = await new Promise((resolve) => child.once("exit", resolve));
      assert.equal(code, 0);
    });
  });
}
