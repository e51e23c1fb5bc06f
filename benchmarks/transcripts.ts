import type { ExtensiveCall, Monologue } from "../src/operations/answers";
import { toReadable } from "../src/transcripts/readable";
import type { GongReady } from "./peers/gong";
import { connect } from "./support/component";
import { type Figure, median, startPeer } from "./support/measure";

const calls = 100;

/** Making transcripts readable, over the time of the requests that bring them. */
export default async function transcripts(): Promise<Figure[]> {
  const gong = await startPeer<GongReady>("peers/gong.ts", [
    JSON.stringify({ callCount: 400, requestsPerSecond: "none", requestsPerDay: "none" }),
  ]);
  const { run } = connect(gong.ready, 3);
  const range = { fromDateTime: "2000-01-01", toDateTime: "2100-01-01" };
  const details = async () => (await run("listCallsExtensive", { ...range, parties: "true" })).data;
  const { calls: found } = (await details()) as { calls: ExtensiveCall[] };
  const callIds = found.slice(0, calls).map(({ metaData }) => metaData.id);

  const startedAt = performance.now();
  const answer = (await run("listCallsExtensive", { callIds, parties: "true" })).data;
  const spoken = (await run("getCallTranscript", { callIds, fetchAll: "true" })).data;
  const requestMs = performance.now() - startedAt;
  gong.stop();

  const byId = new Map(
    (answer as { calls: ExtensiveCall[] }).calls.map((call) => [call.metaData.id, call]),
  );
  const { callTranscripts } = spoken as {
    callTranscripts: { callId: string; transcript: Monologue[] }[];
  };
  const makeAll = () => {
    const begun = performance.now();
    for (const { callId, transcript } of callTranscripts) {
      const call = byId.get(callId);
      if (call)
        toReadable(call, transcript, { format: "markdown", topics: true, pieceSize: 8_000 });
    }
    return performance.now() - begun;
  };
  const readableMs = median(Array.from({ length: 5 }, makeAll));
  return [
    {
      name: `making ${callTranscripts.length} calls' transcripts readable, over the time of their requests`,
      value: readableMs / requestMs,
      target: 0.2,
      unit: "×",
      detail: `${readableMs.toFixed(1)} ms over ${requestMs.toFixed(0)} ms at 3 requests a second`,
    },
  ];
}
