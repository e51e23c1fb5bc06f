import { input } from "@prismatic-io/spectral";

/** The connection of an action, trigger or data source. */
export const connectionInput = input({
  label: "Connection",
  type: "connection",
  required: true,
  comments: "The connection to the Gong account.",
});
