import { input } from "@prismatic-io/spectral";

/** The connection of an action, trigger or data source. */
export const connectionInput = input({
  label: "Connection",
  type: "connection",
  required: true,
  comments: "Your connection to Gong.",
});
