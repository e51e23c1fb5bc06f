import { createRequestChecker, hasDescription } from "../../../tests/support/openapi";
import {
  day,
  hour,
  idsOf,
  type SyncTest,
  sorted,
  startSync,
  windowsOf,
} from "../../../tests/support/polling/syncCalls";

/** What a call has when everything is wanted. */
interface FullCall {
  readonly content: { readonly brief?: string };
  readonly interaction: { readonly questions?: object };
  readonly parties: readonly { readonly speakerId: string }[];
  readonly transcript: readonly { readonly speakerId: string }[];
}

const firstDay = Date.parse("2026-02-20");
let sync: SyncTest;
let expected: string[];

beforeAll(async () => {
  sync = await startSync();
});
beforeEach(() => {
  sync.reset();
  expected = [];
});
afterAll(() => sync.stop());

describe("The first sync", () => {
  it("hands out every call since First Day with details and transcript, page by page", async () => {
    sync.platform.configure({ includeDetails: "true", includeTranscript: "true" });
    sync.addCall({ startedAt: firstDay - 1 });
    expected.push(...sync.addCalls(130, firstDay, 2 * hour));
    expected.push(...sync.addCalls(1, firstDay + 3 * day, hour));
    const run = await sync.platform.run({ onDeploy: true });
    expect(run.error).toBeUndefined();
    expect(sorted(idsOf(run.items))).toEqual(sorted(expected));
    expect(run.rounds).toBe(4);

    const asked = sync.takeRequests();
    expect(asked[0]).toMatchObject({
      what: "POST /v2/calls/extensive",
      body: {
        filter: { fromDateTime: "2026-02-20T00:00:00Z", toDateTime: "2026-02-21T00:00:00Z" },
        contentSelector: {
          exposedFields: {
            parties: true,
            content: { brief: true, keyPoints: true, topics: true, trackers: true },
            interaction: { speakers: true, questions: true },
          },
        },
      },
    });
    const transcripts = asked.filter(({ what }) => what === "POST /v2/calls/transcript");
    expect(transcripts.map(({ body }) => (body.filter.callIds as string[]).length)).toEqual([
      100, 30, 1,
    ]);
    expect(Object.keys(transcripts[0]?.body.filter ?? {})).toEqual(["callIds"]);

    for (const item of run.items) {
      const { content, interaction, parties, transcript } = item as unknown as FullCall;
      expect([content.brief, interaction.questions]).not.toContain(undefined);
      const known = parties.map(({ speakerId }) => speakerId);
      const speakers = transcript.map(({ speakerId }) => speakerId);
      expect(speakers.length).toBeGreaterThan(0);
      // Speakers are of this very call: each call has its own.
      expect(speakers.filter((speaker) => !known.includes(speaker))).toEqual([]);
    }
  });

  it("asks for no more than is wanted, and knows an empty day from an error", async () => {
    expected.push(...sync.addCalls(3, firstDay + day, hour));
    const run = await sync.platform.run({ onDeploy: true });
    const asked = sync.takeRequests();
    expect(asked.map(({ status }) => status)).toEqual([404, 200, ...Array(8).fill(404)]);
    expect(asked.every(({ body }) => body.contentSelector === undefined)).toBe(true);
    expect(new Set(run.items.flatMap(Object.keys))).not.toContain("transcript");
    expect(sorted(idsOf(run.items))).toEqual(sorted(expected));
  });

  it("says null for a call that Gong has no transcript of", async () => {
    sync.platform.configure({ includeTranscript: "true" });
    expected.push(...sync.addCalls(2, firstDay, hour));
    const errors = ["No calls found corresponding to the provided filters"];
    sync.gong.sandbox.faults.next({
      kind: "status",
      status: 404,
      path: "/v2/calls/transcript",
      errors,
    });
    const { items } = await sync.platform.run({ onDeploy: true });
    expect(items.map(({ transcript }) => transcript)).toEqual([null, null]);
  });

  it("is made up for by scheduled runs where the flow has none", async () => {
    expected.push(...sync.addCalls(120, firstDay, 3 * day));
    const { items } = await sync.platform.run();
    expect(sorted(idsOf(items))).toEqual(sorted(expected));
  });

  it("leaves private calls and other workspaces out where that is wanted", async () => {
    const [one, other] = sync.gong.sandbox.company.workspaces;
    const workspaceId = other?.id ?? "";
    sync.platform.configure({ includePrivateCalls: "false", workspaceId });
    const wanted = sync.addCall({ startedAt: firstDay, workspaceId });
    sync.addCall({ startedAt: firstDay, workspaceId, isPrivate: true });
    sync.addCall({ startedAt: firstDay, ...(one ? { workspaceId: one.id } : {}) });
    const { items } = await sync.platform.run({ onDeploy: true });
    expect(idsOf(items)).toEqual([wanted]);
  });
});

describe("A scheduled run", () => {
  it("hands out what is new, and says so when nothing is", async () => {
    expected.push(...sync.addCalls(5, firstDay, 9 * day));
    await sync.platform.run({ onDeploy: true });
    sync.advance(hour);
    const quiet = await sync.platform.run();
    expect(quiet).toMatchObject({ rounds: 1, items: [], resultTypes: ["polled_no_changes"] });

    const id = sync.addCall({ startedAt: sync.now() + 1_000 });
    sync.advance(hour);
    const { items, resultTypes } = await sync.platform.run();
    expect(idsOf(items)).toEqual([id]);
    // The second round only saves that the call was handed out.
    expect(resultTypes).toEqual(["completed", "completed"]);
  });

  it("adds the days before when First Day is moved back, and waits for one ahead", async () => {
    sync.platform.configure({ firstDay: "2026-03-02" });
    expected.push(...sync.addCalls(4, firstDay, 9 * day));
    expect((await sync.platform.run({ onDeploy: true })).items).toEqual([]);
    expect(sync.takeRequests()).toEqual([]);
    sync.advance(2 * day);
    await sync.platform.run();
    sync.platform.configure({ firstDay: "2026-02-20" });
    sync.advance(hour);
    expect(sorted(idsOf((await sync.platform.run()).items))).toEqual(sorted(expected));

    sync.takeRequests();
    sync.advance(hour);
    expect((await sync.platform.run()).items).toEqual([]);
    expect(windowsOf(sync.takeRequests())).toEqual([
      ["2026-03-02T09:50:00Z 2026-03-03T00:00:00Z", "begin", 404],
      ["2026-03-03T00:00:00Z 2026-03-03T11:00:04Z", "begin", 404],
    ]);
  });

  it("searches three minutes at most before it hands over to the next round", async () => {
    sync.setRequestMs(30_000);
    const { rounds, resultTypes } = await sync.platform.run({ onDeploy: true });
    // Ten days without calls, one request each.
    expect(sync.gong.sandbox.requests).toHaveLength(10);
    expect(rounds).toBe(2);
    expect(resultTypes).toEqual(["completed", "completed"]);
  });

  it("takes no other trigger's state for its own", async () => {
    sync.platform.instanceState = {
      __prismaticInternal: { polling: { seen: { x: 1 }, run: 9e15 } },
    };
    expected.push(...sync.addCalls(2, firstDay, hour));
    expect(sorted(idsOf((await sync.platform.run()).items))).toEqual(sorted(expected));
  });
});

// Without Gong's description there is nothing to compare with, and the output says so.
const whenDescribed = hasDescription ? describe : describe.skip;

whenDescribed("Every request", () => {
  it("is one that Gong describes", async () => {
    const workspaceId = sync.gong.sandbox.company.workspaces[0]?.id;
    sync.platform.configure({ includeDetails: "true", includeTranscript: "true", workspaceId });
    expected.push(...sync.addCalls(120, firstDay, hour));
    expect((await sync.platform.run({ onDeploy: true })).items).toHaveLength(120);
    const checker = createRequestChecker();
    expect(sync.gong.sandbox.requests.flatMap(checker.problemsOf)).toEqual([]);
  });
});
