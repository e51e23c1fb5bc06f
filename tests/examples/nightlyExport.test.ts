import { exampleText, type Stage, startStage } from "../support/integration";

const file = "nightly-export.yml";
const scopes = "api:calls:read:basic";
/** The night of 2 March, in which 1 March is exported. */
const startedAt = "2026-03-02T06:00:00Z";
const night = { startedAt, body: { data: {} } };

let stage: Stage;
beforeEach(async () => {
  stage = await startStage({ callCount: 0, now: () => Date.parse(startedAt) });
});
afterEach(() => stage.stop());

const deploy = (text = exampleText(file)) =>
  stage.deploy(text, {
    "Gong Connection": stage.consent(scopes),
    "Export URL": `${stage.own.url}/export`,
  });

/** Calls that began at an instant, and their ids. */
const place = (instant: string, count = 1) =>
  Array.from({ length: count }, () => stage.sandbox.createCall({ startedAt: instant }).id);

interface Batch {
  readonly calls: readonly { readonly id: string }[];
}

describe("The nightly export", () => {
  it("sends all calls of the day before, in batches of 100, and none of other days", async () => {
    place("2026-02-28T23:59:59Z");
    const first = place("2026-03-01T00:00:00Z");
    const others = place("2026-03-01T15:30:00+02:00", 246);
    const last = place("2026-03-01T23:59:59.999Z");
    place("2026-03-02T00:00:00Z");

    const run = await (await deploy())(night);

    const posted = stage.posted() as Batch[];
    expect(posted.map(({ calls }) => calls.length)).toEqual([100, 100, 48]);
    expect(posted).toMatchObject([
      { date: "2026-03-01", batch: 1, batches: 3 },
      { date: "2026-03-01", batch: 2, batches: 3 },
      { date: "2026-03-01", batch: 3, batches: 3 },
    ]);
    const ids = posted.flatMap(({ calls }) => calls.map(({ id }) => id));
    expect(ids.sort()).toEqual([...first, ...others, ...last].sort());
    expect(run.steps.slice(4)).toEqual([
      "Make Batches",
      "For Each Batch",
      "Send Batch",
      "Send Batch",
      "Send Batch",
    ]);
  });

  it("asks Gong for the day in UTC, page by page", async () => {
    place("2026-03-01T12:00:00Z", 101);
    await (await deploy())(night);
    expect(stage.asked()).toEqual(["GET /v2/calls", "GET /v2/calls"]);
    expect(stage.sandbox.requests[0]?.query).toEqual({
      fromDateTime: "2026-03-01T00:00:00.000Z",
      toDateTime: "2026-03-02T00:00:00.000Z",
    });
  });

  it("posts a quiet day too, though Gong answers it with 404", async () => {
    const run = await (await deploy())(night);
    expect(stage.sandbox.requests.map(({ status }) => status)).toEqual([404]);
    expect(stage.posted()).toEqual([{ date: "2026-03-01", batches: 0, calls: [] }]);
    expect(run.steps.at(-1)).toBe("Report Quiet Day");
    expect(stage.own.requests).toMatchObject([
      { url: "/export", headers: { "content-type": ["application/json"] } },
    ]);
  });

  it("fails when the receiver does not take a batch, so that it does not pass for done", async () => {
    place("2026-03-01T12:00:00Z", 101);
    stage.own.answer((_, response) => response.writeHead(503).end());
    await expect((await deploy())(night)).rejects.toThrow(
      "Send Batch > Request failed with status code 503",
    );
    expect(stage.own.requests).toHaveLength(1);
  });
});
