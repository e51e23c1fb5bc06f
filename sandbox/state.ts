import type { Clock } from "./clock";
import type { Company } from "./company/types";
import type { Credentials } from "./credentials";
import type { CrmStore } from "./crm/store";
import type { FaultQueue } from "./faults";
import type { Limiter } from "./limits";
import type { Pager } from "./paging";
import type { Random } from "./random";
import type { RecordedRequest } from "./recorder";

/** All that one sandbox knows; every route works on it. */
export interface SandboxState {
  clock: Clock;
  company: Company;
  credentials: Credentials;
  limiter: Limiter;
  pager: Pager;
  faults: FaultQueue;
  requests: RecordedRequest[];
  /** Told of every recorded request once its answer is decided. */
  onAnswer: (request: RecordedRequest) => void;
  /** For what is made up while running: ids, tokens, signatures. */
  random: Random;
  uploads: UploadLedger;
  crm: CrmStore;
  settings: { processingSeconds: number; maxMediaBytes: number };
  /** Makes the company anew and forgets faults, requests, limits; the clock goes on. */
  reset(): void;
  /** Set as soon as the server listens. */
  url: string;
}

/** What Gong remembers of uploads for ever, even when a call is dropped or erased. */
export interface UploadLedger {
  /** Id of the call that holds each clientUniqueId (G25). */
  spentIds: Map<string, string>;
  /** SHA-256 of every media file (G26). */
  mediaHashes: Set<string>;
}

/** A reference for one answer, as Gong gives it with each (G7). */
export function newRequestId(state: SandboxState): string {
  return state.random.token(19);
}
