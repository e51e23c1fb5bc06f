import type { FileValue } from "../shared/catalog";
import type { RunEvent } from "../shared/run";

const storageKey = "workbench-token";
const token = takeToken();

/** The token that the opened address carries; kept for reloads of this tab, gone from the address. */
function takeToken(): string {
  const given = /(?:^#|&)token=([\w-]+)/.exec(location.hash)?.[1];
  if (given === undefined) return sessionStorage.getItem(storageKey) ?? "";
  sessionStorage.setItem(storageKey, given);
  history.replaceState(null, "", location.pathname);
  return given;
}

/** The server could not be reached, or said no. */
export class ServerError extends Error {
  /** 0 when nothing answered. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "ServerError";
    this.status = status;
  }
}

async function request(method: string, path: string, body?: unknown): Promise<Response> {
  const isFile = body instanceof Blob;
  const type = isFile ? "application/octet-stream" : "application/json";
  const response = await fetch(`/api/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { "content-type": type }),
    },
    ...(body !== undefined && { body: isFile ? body : JSON.stringify(body) }),
  }).catch(() => {
    throw new ServerError(0, "The workbench was stopped. Start it again: npm run workbench");
  });
  if (response.ok) return response;
  const { message } = (await response.json()) as { message: string };
  throw new ServerError(response.status, message);
}

/** Asks the server for JSON. @throws ServerError */
export async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  return (await request(method, path, body)).json() as Promise<T>;
}

/** Asks for a run, and passes on its events as they come. @throws ServerError */
export async function askForEvents(
  path: string,
  body: unknown,
  onEvent: (event: RunEvent) => void,
): Promise<void> {
  const { body: stream } = await request("POST", path, body);
  if (!stream) return;
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest: string[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const [first = "", ...others] = value.split("\n");
    rest.push(first);
    for (const next of others) {
      onEvent(JSON.parse(rest.join("")) as RunEvent);
      rest = [next];
    }
  }
}

/** Hands a chosen file to the server, where it stays until the workbench ends. */
export async function sendFile(file: File): Promise<FileValue> {
  const query = new URLSearchParams({ name: file.name, type: file.type });
  return (await request("POST", `files?${query}`, file)).json() as Promise<FileValue>;
}
