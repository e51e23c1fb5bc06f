import { type Clock, createClock } from "./clock";
import { createCompany } from "./company";
import type { Call, Company } from "./company/types";
import { Credentials, type OAuthClient, type TokenResponse } from "./credentials";
import { CrmStore, fillFromCompany } from "./crm/store";
import { createFaultQueue, type Faults } from "./faults";
import { createLimiter } from "./limits";
import { createPager } from "./paging";
import { type NewSandboxCall, placeCall } from "./place-call";
import { createRandom } from "./random";
import type { RecordedRequest } from "./recorder";
import { createServer } from "./server";
import type { SandboxState } from "./state";
import { gongMediaLimit } from "./upload";
import { createWebhooks, type Webhooks } from "./webhooks";

export type * from "./company/records";
export type * from "./company/types";
export type { OAuthClient, TokenResponse } from "./credentials";
export type * from "./faults";
export type { NewSandboxCall } from "./place-call";
export type * from "./recorder";
export type * from "./webhooks";

/** Everything has a default; tests mostly set the limits to Infinity and the clock to a fixed one. */
export interface SandboxOptions {
  /** 0, the default, takes a free one. */
  port?: number;
  /** The same seed and clock give the same company. Default 1. */
  seed?: number;
  /** How many calls the company has from the start. Default 480. */
  callCount?: number;
  /** Default 3; Infinity for no limit (G10). */
  requestsPerSecond?: number;
  /** Default 10,000; Infinity for no limit (G10). */
  requestsPerDay?: number;
  /** How long an uploaded call stays invisible (G19). Default 5. */
  processingSeconds?: number;
  /** How long a cursor works (G14). Default 3,600. */
  cursorLifetimeSeconds?: number;
  /** Refuses larger media, so that a test of the limit needs no 1.5 GB. Default as in Gong (G26). */
  maxMediaBytes?: number;
  /** How many CRM objects of each type are kept; more are checked and counted. Default 20,000. */
  maxStoredCrmObjects?: number;
  /** Whether the company has an integration with its CRM's data from the start. Default true. */
  hasCrmIntegration?: boolean;
  /** How long the deletion of an integration takes (G37). Default 6. */
  crmDeletionHours?: number;
  /** Where the clock starts and what moves it. Default Date.now. */
  now?: () => number;
  /** Told of every request to /v2 and /oauth2 once its answer is decided. */
  onAnswer?: (request: RecordedRequest) => void;
}

/** A running sandbox and everything that a test may hold of it. */
export interface Sandbox {
  /** `http://127.0.0.1:PORT` */
  url: string;
  /** A key with every right, for HTTP Basic (G2). */
  accessKey: string;
  accessKeySecret: string;
  oauthClient: OAuthClient;
  /** A token without the way through the browser; every scope by default. */
  issueToken(scopes?: string[], options?: { expiresInSeconds?: number }): TokenResponse;
  clock: Clock;
  faults: Faults;
  /** Every request to /v2 and /oauth2 since the start or since `clearRequests`. */
  requests: RecordedRequest[];
  clearRequests(): void;
  /** The state itself: what tests change here, the next request sees. */
  company: Company;
  /** Fires webhooks at a receiver on this machine, genuine ones and others. */
  webhooks: Webhooks;
  /** Puts a call into the company, visible at once unless `visibleAt` says otherwise. */
  createCall(call?: NewSandboxCall): Call;
  /** Makes the company anew and forgets faults, requests and used-up limits; the clock goes on. */
  reset(): void;
  /** Closes at once, open connections included. */
  stop(): Promise<void>;
}

/** Starts a local Gong on 127.0.0.1. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const state = createState(options);
  const webhooks = createWebhooks(state);
  const server = await createServer(state, webhooks);
  state.url = await server.listen({ host: "127.0.0.1", port: options.port ?? 0 });
  const { credentials, requests } = state;

  return {
    url: state.url,
    accessKey: credentials.accessKey,
    accessKeySecret: credentials.accessKeySecret,
    oauthClient: credentials.oauthClient,
    issueToken: (scopes, tokenOptions) => credentials.issueToken(scopes, tokenOptions),
    clock: state.clock,
    faults: state.faults,
    requests,
    clearRequests() {
      requests.length = 0;
    },
    company: state.company,
    webhooks,
    createCall: (call) => placeCall(state, call),
    reset: () => state.reset(),
    stop: () => server.close(),
  };
}

function createState(options: SandboxOptions): SandboxState {
  const { requestsPerSecond = 3, requestsPerDay = 10_000, cursorLifetimeSeconds = 3600 } = options;
  const { seed = 1, processingSeconds = 5, maxMediaBytes = gongMediaLimit } = options;
  const clock = createClock(options.now);
  const random = createRandom(seed).fork("running");
  const limiter = createLimiter(clock, requestsPerSecond, requestsPerDay);
  const faults = createFaultQueue();
  const requests: RecordedRequest[] = [];

  const state: SandboxState = {
    clock,
    credentials: new Credentials(clock, random.fork("credentials"), () => state.url),
    limiter,
    pager: createPager(clock, random.token(32), cursorLifetimeSeconds),
    faults,
    requests,
    onAnswer: options.onAnswer ?? (() => {}),
    random,
    settings: { processingSeconds, maxMediaBytes },
    ...createData(options, clock),
    reset() {
      faults.clear();
      limiter.reset();
      requests.length = 0;
      const { company, ...rest } = createData(options, clock);
      // In place: tests and routes hold the company itself.
      Object.assign(state.company, company);
      Object.assign(state, rest);
    },
    url: "",
  };
  return state;
}

/** What a company holds at the start. */
function createData(
  options: SandboxOptions,
  clock: Clock,
): Pick<SandboxState, "company" | "uploads" | "crm"> {
  const { seed = 1, callCount = 480, processingSeconds = 5 } = options;
  const { maxStoredCrmObjects = 20_000, crmDeletionHours = 6, hasCrmIntegration = true } = options;
  const company = createCompany({ seed, callCount, now: clock.now() });
  const spentIds = new Map<string, string>();
  for (const { id, clientUniqueId } of company.calls) {
    if (clientUniqueId !== null) spentIds.set(clientUniqueId, id);
  }
  const crm = new CrmStore(clock, createRandom(seed).fork("crm"), {
    processingSeconds,
    deletionHours: crmDeletionHours,
    maxStoredObjects: maxStoredCrmObjects,
  });
  if (hasCrmIntegration) fillFromCompany(crm, company.contacts, clock.now());
  return { company, uploads: { spentIds, mediaHashes: new Set() }, crm };
}
