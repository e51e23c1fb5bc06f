import { pollChangesTrigger } from "./newRecords";
import { webhook } from "./processAutomation";
import { syncCalls } from "./syncCalls";

/** Every trigger under the key that integrations know it by. */
export const triggers = { pollChangesTrigger, syncCalls, webhook };
