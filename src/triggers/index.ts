import { webhook } from "./processAutomation";

/** Every trigger under the key that integrations know it by. */
export const triggers = { webhook };
