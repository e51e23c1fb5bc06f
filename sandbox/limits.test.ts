import { startTestSandbox, stopTestSandboxes } from "./test-client";

afterEach(stopTestSandboxes);

it("allows three calls in any second and says when to come back (G10)", async () => {
  const { sandbox, call } = await startTestSandbox({ requestsPerSecond: 3 });
  sandbox.clock.freeze();
  const ask = async () => (await call("GET", "/v2/workspaces")).status;
  expect([await ask(), await ask()]).toEqual([200, 200]);
  sandbox.clock.advance(600);
  expect(await ask()).toBe(200);
  const refused = await call("GET", "/v2/workspaces");
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
  expect(refused.json.errors).toEqual(["API request limit exceeded"]);
  // The window slides: at 1000 ms the first two are forgotten, the third is not.
  sandbox.clock.advance(399);
  expect(await ask()).toBe(429);
  sandbox.clock.advance(1);
  expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 429]);
});

it("counts a day until midnight UTC (G10)", async () => {
  const { sandbox, call } = await startTestSandbox({ requestsPerDay: 2 });
  sandbox.clock.freeze();
  const ask = async () => {
    const { status, headers } = await call("GET", "/v2/workspaces");
    return [status, headers.get("retry-after")];
  };
  expect([await ask(), await ask()]).toEqual(Array(2).fill([200, null]));
  // The clock of the tests stands at 15:00 UTC.
  expect(await ask()).toEqual([429, String(9 * 3600)]);
  sandbox.clock.advance(9 * 3600_000 - 500);
  expect(await ask()).toEqual([429, "1"]);
  sandbox.clock.advance(500);
  expect(await ask()).toEqual([200, null]);
});
