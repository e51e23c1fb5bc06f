import { setTimeout as sleep } from "node:timers/promises";
import type { Execution } from "./component";
import { pollSteps } from "./pollSteps";
import { makeRecording } from "./recording";
import { Skipped, type Step } from "./walk";
import { webhookSteps } from "./webhookSteps";

/** Seconds that the recording of the walk lasts: more than the 60 that Gong asks for (G27). */
const recordingSeconds = 75;
/** The call began so long before it is uploaded. */
const uploadedAfterMs = 90 * 60_000;
/** How long to wait until Gong shows the new call. */
const processingLimitMs = 60_000;
const pollEveryMs = 1_000;
const day = 24 * 3600_000;

/** The fields of answers that the walk reads. */
interface Answers {
  workspaces?: { id: string; name: string }[];
  users?: {
    id: string;
    firstName?: string;
    lastName?: string;
    active?: boolean;
    settings?: { telephonyCallsImported?: boolean };
  }[];
  calls?: { id: string; title?: string }[];
  call?: { id: string; title?: string; duration?: number };
  callTranscripts?: { transcript?: { sentences?: unknown[] }[] }[];
  callId?: string;
  records?: { totalRecords?: number };
}

/**
 * The main job, step by step, on a local Gong: from the connection to a call that was uploaded,
 * processed and read back, and to the event that a flow gets of it.
 *
 * @param gongUrl address of the local Gong
 */
export function mainJob(execution: Execution, gongUrl: string, now = Date.now()): Step[] {
  const { run } = execution;
  const { connect, listUsers, getUser, rawRequest, ...found } = commonSteps(run);
  let callId = "";
  const polls = pollSteps(execution, () => callId);
  return [
    connect,
    listUsers,
    getUser,
    polls.first,
    {
      title: "Create New Call",
      run: async () => {
        const host = found.host();
        const { data } = await run("createNewCall", {
          clientUniqueId: `walk-${now}`,
          primaryUser: host.id,
          direction: "Outbound",
          actualStart: new Date(now - uploadedAfterMs).toISOString(),
          title: "First call through the connector",
          parties: JSON.stringify([
            { userId: host.id },
            { name: "Robin Vale", emailAddress: "robin.vale@northmoor.example" },
          ]),
        });
        callId = (data as Answers).callId ?? "";
        return `call ${callId}, hosted by ${host.firstName} ${host.lastName}`;
      },
    },
    {
      title: "Add Call Media",
      run: async () => {
        const recording = makeRecording(recordingSeconds, now);
        await run("addMedia", {
          callId,
          fileInput: { data: recording, contentType: "audio/wav" },
          fileName: "first-call.wav",
        });
        return `a WAV of ${recordingSeconds} s, ${Math.round(recording.length / 1000)} KB`;
      },
    },
    {
      title: "Wait for Gong to process it",
      run: async (progress) => {
        const startedAt = Date.now();
        while (Date.now() - startedAt < processingLimitMs) {
          if (await isVisible(run, callId)) return "the call is there";
          progress(`not there yet after ${Math.round((Date.now() - startedAt) / 1000)} s`);
          await sleep(pollEveryMs);
        }
        throw new Error(`Gong did not show the call within ${processingLimitMs / 1000} s.`);
      },
    },
    {
      title: "Get Call",
      run: async () => {
        const { call } = (await run("getCallUsingGet", { callId })).data as Answers;
        return `"${call?.title}", ${call?.duration} s`;
      },
    },
    {
      title: "Get Call Transcript",
      run: async () =>
        transcriptWords((await run("getCallTranscript", { callIds: [callId] })).data),
    },
    {
      title: "List Calls with Fetch All",
      run: async () => {
        const { calls = [], records } = (
          await run("listCallsUsingGet", {
            fromDateTime: new Date(now - 365 * day).toISOString(),
            toDateTime: new Date(now + day).toISOString(),
            fetchAll: "true",
          })
        ).data as Answers;
        return `${calls.length} of ${records?.totalRecords} calls, ${Math.ceil(calls.length / 100)} pages`;
      },
    },
    rawRequest,
    polls.next,
    ...webhookSteps(execution, gongUrl, () => callId),
  ];
}

/** The part of the job that only reads, for a real account. */
export function readOnlyJob({ run }: Execution, now = Date.now()): Step[] {
  const { connect, listUsers, getUser, rawRequest } = commonSteps(run);
  let callId: string | undefined;
  const range = {
    fromDateTime: new Date(now - 30 * day).toISOString(),
    toDateTime: new Date(now).toISOString(),
  };
  return [
    connect,
    listUsers,
    getUser,
    {
      title: "List Calls of the last 30 days",
      run: async () => {
        const { calls = [], records } = (await run("listCallsUsingGet", range)).data as Answers;
        callId = calls[0]?.id;
        return `${calls.length} of ${records?.totalRecords ?? calls.length} calls`;
      },
    },
    {
      title: "Get Call",
      run: async () => {
        if (!callId) return new Skipped("there was none");
        const { call } = (await run("getCallUsingGet", { callId })).data as Answers;
        return `call ${call?.id}, ${call?.duration} s`;
      },
    },
    {
      title: "Get Call Transcript",
      run: async () =>
        callId
          ? transcriptWords((await run("getCallTranscript", { callIds: [callId] })).data)
          : new Skipped("there was none"),
    },
    rawRequest,
  ];
}

function commonSteps(run: Execution["run"]) {
  let users: NonNullable<Answers["users"]> = [];
  const host = () => {
    const fitting = users.find(
      ({ active, settings }) => active && settings?.telephonyCallsImported !== false,
    );
    if (!fitting) throw new Error("No active user imports telephony calls.");
    return fitting;
  };
  return {
    host,
    connect: {
      title: "Connect and List Workspaces",
      run: async () => {
        const { workspaces = [] } = (await run("listWorkspaces", {})).data as Answers;
        return workspaces.map(({ name }) => name).join(", ");
      },
    },
    listUsers: {
      title: "List Users",
      run: async () => {
        users = ((await run("listUsers", { fetchAll: "true" })).data as Answers).users ?? [];
        return `${users.length} users, ${users.filter(({ active }) => active).length} of them active`;
      },
    },
    getUser: {
      title: "Get User",
      run: async () => {
        const [first] = users;
        if (!first) return new Skipped("there was none");
        await run("getUser", { userId: first.id });
        return `user ${first.id}`;
      },
    },
    rawRequest: {
      title: "Raw Request, GET /v2/workspaces",
      run: async () => {
        const { data } = await run("rawRequest", {
          url: "/v2/workspaces",
          method: "GET",
          responseType: "json",
        });
        return `${(data as Answers).workspaces?.length} workspaces`;
      },
    },
  } satisfies Record<string, Step | typeof host>;
}

/** A call that Gong has not processed yet is "not found", like one that does not exist (G19). */
async function isVisible(run: Execution["run"], callId: string): Promise<boolean> {
  try {
    await run("getCallUsingGet", { callId });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "not_found") return false;
    throw error;
  }
}

function transcriptWords(data: unknown): string {
  const monologues =
    (data as Answers).callTranscripts?.flatMap(({ transcript = [] }) => transcript) ?? [];
  const sentences = monologues.reduce((sum, part) => sum + (part.sentences?.length ?? 0), 0);
  return monologues.length > 0
    ? `${sentences} sentences in ${monologues.length} turns`
    : "none yet";
}
