import type { Call } from "../company/types";
import type { SandboxState } from "../state";
import { hour } from "../time";

/** Links to a recording: signed anew for each request, good for 8 hours (G23). */
export function signMediaUrls(state: SandboxState, call: Call) {
  const expires = Math.floor((state.clock.now() + 8 * hour) / 1000);
  const link = (extension: string) =>
    `https://media.gong.example/${call.id}.${extension}?Expires=${expires}&Signature=${state.random.token(40)}`;
  return {
    audioUrl: link("mp3"),
    ...(call.media === "Video" && { videoUrl: link("mp4") }),
  };
}
