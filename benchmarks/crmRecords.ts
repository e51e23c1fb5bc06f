import type { GongReady } from "./peers/gong";
import { connect } from "./support/component";
import { type Figure, megabytes, peakMemory, startPeer } from "./support/measure";

const count = 1_000_000;
const integrationId = "5517027188234205706";
const unlimited = { requestsPerSecond: "none", requestsPerDay: "none" };
const settings = { ...unlimited, processingSeconds: 1, maxStoredCrmObjects: 100, callCount: 1 };

/** Memory that uploading a million CRM records from a File URL takes. */
export default async function crmRecords(): Promise<Figure[]> {
  const gong = await startPeer<GongReady>("peers/gong.ts", [JSON.stringify(settings)]);
  const source = await startPeer<{ url: string }>("peers/records.ts", [String(count)]);
  const { run } = connect(gong.ready, 3);
  const inputs = { integrationId, objectType: "ACCOUNT" };
  // What the first upload of a process loads is no matter of the number of records.
  await run("uploadCrmRecords", { ...inputs, records: [] });
  const before = process.memoryUsage().rss;
  const begun = performance.now();
  const { data } = await run("uploadCrmRecords", { ...inputs, fileUrl: source.ready.url });
  const seconds = (performance.now() - begun) / 1000;
  const extra = Math.max(0, peakMemory() - before);
  gong.stop();
  source.stop();
  const { recordsAccepted, complete, uploads } = data as {
    recordsAccepted: number;
    complete: boolean;
    uploads: readonly object[];
  };
  if (!complete || recordsAccepted !== count) throw new Error(`${recordsAccepted} were accepted.`);
  return [
    {
      name: "peak memory of uploading 1,000,000 CRM records from a File URL",
      value: megabytes(extra),
      target: 64,
      unit: " MB",
      detail: `${uploads.length} uploads in ${seconds.toFixed(0)} s, all records accepted`,
    },
  ];
}
