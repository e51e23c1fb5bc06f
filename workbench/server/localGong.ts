import { type Sandbox, startSandbox } from "../../sandbox";
import type { CompanyList, CredentialKind, FaultOrder } from "../shared/state";
import { faultOf } from "./faults";

/** The local Gong with its levers, and the clock that it shares with the component. */
export interface LocalGong {
  readonly url: string;
  readonly sandbox: Sandbox;
  readonly ahead: number;
  readonly faults: readonly FaultOrder[];
  credential: CredentialKind;
  /** Address and key, right ones, as a connection's form takes them. */
  readonly fields: Readonly<Record<string, string>>;
  /** What a connection to it carries now. @param scopes those that the action needs */
  connection(scopes: readonly string[]): object;
  /** Lets requests fail; an order without `times` goes on until {@link clearFaults}. */
  fail(order: FaultOrder): void;
  clearFaults(): void;
  advance(milliseconds: number): void;
  list(name: CompanyList): readonly unknown[];
  /** Starts over, with another number of calls where one is given. */
  reset(callCount?: number): Promise<void>;
  stop(): Promise<void>;
}

/** Far more requests than anyone sends in a session. */
const always = 1_000_000;

/** @param onClock is told how far ahead of this machine the clock is */
export async function startLocalGong(onClock: (ahead: number) => void): Promise<LocalGong> {
  let sandbox = await startSandbox();
  let ahead = 0;
  let faults: FaultOrder[] = [];

  const gong: LocalGong = {
    credential: "key",
    get url() {
      return sandbox.url;
    },
    get fields() {
      const { url, accessKey, accessKeySecret } = sandbox;
      return { baseUrl: url, accessKey, accessKeySecret };
    },
    get sandbox() {
      return sandbox;
    },
    get ahead() {
      return ahead;
    },
    get faults() {
      if (sandbox.faults.pending === 0) faults = [];
      return faults;
    },
    connection: (scopes) => connectionTo(sandbox, gong.credential, scopes),
    fail(order) {
      faults = [...gong.faults.filter(({ kind }) => kind !== order.kind), order];
      // Faults are met in the order of their making, so a new one begins a new queue.
      sandbox.faults.clear();
      for (const each of faults) {
        sandbox.faults.next({ ...faultOf(each, sandbox.clock.now()), times: each.times ?? always });
      }
    },
    clearFaults() {
      sandbox.faults.clear();
      faults = [];
    },
    advance(milliseconds) {
      sandbox.clock.advance(milliseconds);
      ahead += milliseconds;
      onClock(ahead);
    },
    list: (name) => listOf(sandbox, name),
    async reset(callCount) {
      const port = Number(new URL(sandbox.url).port);
      await sandbox.stop();
      sandbox = await startSandbox({ port, ...(callCount !== undefined && { callCount }) });
      ahead = 0;
      faults = [];
      gong.credential = "key";
      onClock(ahead);
    },
    stop: () => sandbox.stop(),
  };
  return gong;
}

function listOf({ company }: Sandbox, name: CompanyList): readonly unknown[] {
  if (name !== "accounts") return company[name];
  return [...new Map(company.contacts.map(({ account }) => [account.name, account])).values()];
}

function connectionTo(sandbox: Sandbox, kind: CredentialKind, needed: readonly string[]): object {
  const { url, accessKey, accessKeySecret } = sandbox;
  if (kind === "key" || kind === "wrongKey") {
    const secret = kind === "key" ? accessKeySecret : "wrong-secret";
    return {
      key: "gongApiKey",
      configVarKey: "Gong Connection",
      fields: { baseUrl: url, accessKey, accessKeySecret: secret },
    };
  }
  const all = sandbox.issueToken().scope.split(" ");
  const scopes = kind === "missingScope" ? all.filter((scope) => !needed.includes(scope)) : all;
  const expiresInSeconds = kind === "expiredToken" ? -1 : undefined;
  const { clientId, clientSecret } = sandbox.oauthClient;
  return {
    key: "oauth2",
    configVarKey: "Gong Connection",
    fields: { scopes: scopes.join(" "), clientId, clientSecret },
    token: sandbox.issueToken(scopes, expiresInSeconds ? { expiresInSeconds } : {}),
  };
}
