import type { RequestListener } from "node:http";
import type { Sandbox } from "../../sandbox";
import type { RecordingServer } from "./recordingServer";

/** A recording in the telephone system's list. */
export interface PbxRecording {
  readonly name: string;
  readonly seconds: number;
  readonly gongUserId: string;
}

/** What the telephone system was told. */
interface PbxReport {
  readonly name: string;
  readonly gongCallId: string | null;
  readonly status: "uploaded" | "failed";
}

/** A telephone system that lists recordings, hands them out, and remembers what it is told. */
export interface Pbx {
  readonly listUrl: string;
  readonly reportUrl: string;
  /** Recordings that it has lost the files of. */
  readonly lost: Set<string>;
  /** What it remembers of each recording, by name; a test may forget for it. */
  readonly reports: Map<string, PbxReport>;
}

/**
 * The ID of a user for whom Gong takes calls of a telephone system.
 *
 * @throws Error when the company has no such user
 */
export function hostOf({ company }: Sandbox): string {
  const user = company.users.find(
    ({ active, avatar, settings }) => active && !avatar && settings.telephonyCallsImported,
  );
  if (!user) throw new Error("The company has no such user.");
  return user.id;
}

/** Lets a server be one. */
export function startPbx(server: RecordingServer, recordings: readonly PbxRecording[]): Pbx {
  const lost = new Set<string>();
  const reports = new Map<string, PbxReport>();
  const listed = () =>
    recordings
      .filter(({ name }) => reports.get(name)?.status !== "uploaded")
      .map((recording) => ({
        ...recording,
        url: `${server.url}/files/${recording.name}`,
        startedAt: "2026-03-01T09:00:00-07:00",
        direction: "Inbound",
        customer: { name: "Robin Vale", phoneNumber: "+15550142" },
      }));

  const answer: RequestListener = ({ method, url = "" }, response) => {
    const name = url.replace("/files/", "");
    if (method === "POST") {
      const report = JSON.parse(`${server.requests.at(-1)?.body}`) as PbxReport;
      reports.set(report.name, report);
      response.end("{}");
    } else if (url === "/recordings") {
      response.end(JSON.stringify({ recordings: listed() }));
    } else if (lost.has(name) || !recordings.some((recording) => recording.name === name)) {
      response.writeHead(404).end();
    } else {
      // Gong takes the same bytes once; what is in them does not matter here.
      response.setHeader("content-type", "audio/wav");
      response.end(`What was said in ${name}`);
    }
  };
  server.answer(answer);
  return { listUrl: `${server.url}/recordings`, reportUrl: `${server.url}/reports`, lost, reports };
}
