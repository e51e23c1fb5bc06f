import { InvalidArgumentError } from "commander";

/**
 * Reads a whole number from the command line.
 *
 * @throws InvalidArgumentError for anything else
 */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("A whole number is needed.");
  return Number(text);
}

/**
 * Reads a port from the command line.
 *
 * @throws InvalidArgumentError for anything else
 */
export function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port > 65_535)
    throw new InvalidArgumentError("Ports go from 1 to 65535; 0 picks a free one.");
  return port;
}

/** Says in one line why a server could not start; other errors keep their words. */
export function explain(error: unknown): string {
  const { code, port, message } = error as { code?: string; port?: number; message?: string };
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} is already in use. Choose another with --port, or --port 0 for a free one.`;
    case "EACCES":
      return `Port ${port} is not yours to open. Choose one above 1023 with --port.`;
    default:
      return message ?? String(error);
  }
}
