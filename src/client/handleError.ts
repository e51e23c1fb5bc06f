import { isSpectralError, SpectralError } from "@prismatic-io/spectral";
import { redact } from "../text/redact";

/**
 * Last stop of every error on its way to the builder. Errors of the component pass as they are;
 * anything else is a fault of the component and keeps its words only, since objects such as an
 * HTTP library's errors carry requests with credentials.
 */
export function handleError(error: unknown): unknown {
  if (isSpectralError(error)) return error;
  const words = error instanceof Error ? error.message : "Unknown fault";
  return new SpectralError(redact(words.slice(0, 1_000)));
}
