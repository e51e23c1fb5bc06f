import { integration } from "@prismatic-io/spectral";
import { componentRegistry } from "./componentRegistry";
import { configPages } from "./configPages";
import { summarizeTranscripts } from "./summarizeTranscripts";

export { componentRegistry } from "./componentRegistry";
export { configPages } from "./configPages";

/** A code-native integration that polls Gong and calls three of the component's actions. */
export default integration({
  name: "Gong Transcript Summaries",
  description: "Sums up every call that Gong has transcribed.",
  flows: [summarizeTranscripts],
  configPages,
  componentRegistry,
});
