import { type Sandbox, type SandboxOptions, startSandbox } from "./index";

/** An answer as a test looks at it; `json` is {} when the text is none. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  json: Json;
}

/** JSON of which a test names the members that it cares about. */
export interface Json {
  requestId: string;
  errors: string[];
  records: {
    totalRecords: number;
    currentPageSize: number;
    currentPageNumber: number;
    cursor?: string;
  };
  calls: CallJson[];
  call: CallJson;
  callId: string;
  callTranscripts: { callId: string; transcript: { speakerId: string; sentences: unknown[] }[] }[];
  users: { id: string; emailAddress: string }[];
  [member: string]: unknown;
}

/** A call, basic or extensive. */
export interface CallJson {
  id: string;
  started: string;
  metaData: { id: string; started: string; primaryUserId: string };
  content?: {
    scorecardsAnswers?: object[];
    trackers?: { name: string; count: number; occurrences?: unknown[] }[];
  };
  interaction?: object;
  context?: { objects: Record<string, unknown>[] }[];
  media?: { audioUrl: string; videoUrl?: string };
  [member: string]: unknown;
}

/** What a test sends beside method and path. */
export interface Sending {
  query?: Record<string, string>;
  /** JSON, or a form that becomes multipart. */
  body?: unknown;
  /** Sent as it is, with this content type. */
  raw?: { type: string; text: string };
  /** Another Authorization header than the access key; null sends none. */
  authorization?: string | null;
  headers?: Record<string, string>;
}

/** Sends one request and reads the whole answer. */
export type Client = (method: string, path: string, sending?: Sending) => Promise<Answer>;

/** Speaks HTTP to a sandbox, with its access key unless told otherwise. */
export function connect(sandbox: Pick<Sandbox, "url" | "accessKey" | "accessKeySecret">): Client {
  return async (method, path, { query, body, raw, authorization, headers } = {}) => {
    const url = new URL(sandbox.url + path);
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
    const isJson = body !== undefined && !(body instanceof FormData);
    const credentials =
      authorization === undefined
        ? basic(sandbox.accessKey, sandbox.accessKeySecret)
        : authorization;
    const response = await fetch(url, {
      method,
      redirect: "manual",
      headers: {
        ...(credentials !== null && { authorization: credentials }),
        ...(isJson && { "content-type": "application/json" }),
        ...(raw && { "content-type": raw.type }),
        ...headers,
      },
      body: raw?.text ?? (isJson ? JSON.stringify(body) : (body as FormData | undefined)),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parse(text) };
  };
}

/** An Authorization header for HTTP Basic. */
export function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return {} as Json;
  }
}

/** A moment that all tests agree on, so that none depends on the day it runs. */
export const testStart = Date.parse("2025-06-18T15:00:00Z");

/** The whole time that generated calls may lie in. */
export const everything = {
  fromDateTime: "2024-06-01T00:00:00Z",
  toDateTime: "2025-07-01T00:00:00Z",
};

const running: Sandbox[] = [];

/** A sandbox at {@link testStart} without limits, unless the options say otherwise. */
export async function startTestSandbox(
  options: SandboxOptions = {},
): Promise<{ sandbox: Sandbox; call: Client }> {
  const sandbox = await startSandbox({
    requestsPerSecond: Number.POSITIVE_INFINITY,
    requestsPerDay: Number.POSITIVE_INFINITY,
    callCount: 20,
    now: () => testStart,
    ...options,
  });
  running.push(sandbox);
  return { sandbox, call: connect(sandbox) };
}

/** For `afterEach` or `afterAll`: no test leaves a server behind. */
export async function stopTestSandboxes(): Promise<void> {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.stop()));
}

/** The id of a user who may host uploaded calls. */
export function hostOf({ company }: Sandbox): string {
  return company.users.find(({ settings }) => settings.telephonyCallsImported)?.id ?? "";
}

/** A valid body for `POST /v2/calls`. */
export function newCall(sandbox: Sandbox, changes: Record<string, unknown> = {}) {
  const primaryUser = hostOf(sandbox);
  return {
    clientUniqueId: "test-1",
    actualStart: "2025-06-01T10:00:00+02:00",
    direction: "Outbound",
    primaryUser,
    parties: [{ userId: primaryUser }, { name: "Somebody", phoneNumber: "+1 415-555-0100" }],
    ...changes,
  };
}

/** A multipart form with one file. */
export function mediaForm(
  content: string | Uint8Array<ArrayBuffer>,
  field = "mediaFile",
  fileName = "call.mp3",
): FormData {
  const form = new FormData();
  form.append(field, new Blob([content], { type: "audio/mpeg" }), fileName);
  return form;
}

/** A small WAV that claims a low rate, and therefore plays for long. */
export function wav(seconds: number, bytesPerSecond = 100): Uint8Array<ArrayBuffer> {
  const audioBytes = Math.round(seconds * bytesPerSecond);
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + audioBytes, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(bytesPerSecond, 24);
  header.writeUInt32LE(bytesPerSecond, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write("data", 36);
  header.writeUInt32LE(audioBytes, 40);
  return new Uint8Array(Buffer.concat([header, Buffer.alloc(audioBytes, 0x80)]));
}
