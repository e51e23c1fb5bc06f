import { isSpectralError, SpectralError } from "@prismatic-io/spectral";
import { redact } from "../text/redact";

/**
 * Last stop of every error on its way to the builder. What is none of the component's own errors
 * keeps its words only, since an HTTP library's errors carry requests with credentials.
 */
export function handleError(error: unknown): unknown {
  if (isSpectralError(error)) return error;
  const words = error instanceof Error ? error.message : "Unknown fault";
  return new SpectralError(redact(words.slice(0, 1_000)));
}
