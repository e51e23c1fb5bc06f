import type { RealConnection } from "../../scripts/support/connection";
import type { Catalog, Item } from "../shared/catalog";
import type { WorkbenchState } from "../shared/state";
import { companyLists } from "../shared/state";
import { createFiles, type Files } from "./files";
import { createHost, type Host } from "./host";
import { type LocalGong, startLocalGong } from "./localGong";
import { operationsByItem } from "./operations";
import { createTimeline, type Timeline } from "./timeline";

/** All that one workbench knows; its routes work on it. */
export interface Workbench {
  readonly gong: LocalGong;
  /** Runs the component on the local Gong, by its clock. */
  readonly localHost: Host;
  /** Runs it on other accounts, by this machine's clock. */
  readonly accountHost: Host;
  readonly account: RealConnection | undefined;
  readonly files: Files;
  catalog(): Promise<Catalog>;
  find(kind: string, key: string): Promise<Item>;
  timeline(triggerKey: string): Timeline;
  restartTimeline(triggerKey: string): Timeline;
  state(): WorkbenchState;
  reset(callCount?: number): Promise<void>;
  stop(): Promise<void>;
}

/** Variables that hold secrets; connections reach the component as values. */
const secretVariables = [
  "GONG_ACCESS_KEY",
  "GONG_ACCESS_KEY_SECRET",
  "PRISMATIC_CONNECTION_VALUE",
  "PRISM_ACCESS_TOKEN",
  "PRISM_REFRESH_TOKEN",
];

/**
 * @param bundle path of `dist/index.js`
 * @param account a real account, beside the local Gong
 */
export async function createWorkbench(
  bundle: string,
  account: RealConnection | undefined,
): Promise<Workbench> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !secretVariables.includes(name)),
  );
  const localHost = createHost(bundle, { ...env, GONG_ALLOW_LOCAL: "true" });
  const accountHost = createHost(bundle, env);
  const gong = await startLocalGong((ahead) => localHost.setClock(ahead));
  const files = createFiles();
  const timelines = new Map<string, Timeline>();

  const workbench: Workbench = {
    gong,
    localHost,
    accountHost,
    account,
    files,
    async catalog() {
      const catalog = await localHost.describe();
      return { ...catalog, items: catalog.items.map(operationsByItem()) };
    },
    async find(kind, key) {
      const { items } = await localHost.describe();
      const item = items.find((each) => each.kind === kind && each.key === key);
      if (!item) {
        const unknown = new Error(`The component has no ${kind} ${key}.`);
        throw Object.assign(unknown, { statusCode: 404 });
      }
      return item;
    },
    timeline: (key) => timelines.get(key) ?? workbench.restartTimeline(key),
    restartTimeline(key) {
      const timeline = createTimeline(() => gong.sandbox);
      timelines.set(key, timeline);
      return timeline;
    },
    state: () => ({
      localUrl: gong.url,
      localFields: gong.fields,
      ...(account && { account: { description: account.description } }),
      credential: gong.credential,
      faults: gong.faults,
      pendingFaults: gong.sandbox.faults.pending,
      now: gong.sandbox.clock.now(),
      ahead: gong.ahead,
      publicKey: gong.sandbox.webhooks.publicKey,
      company: Object.fromEntries(
        companyLists.map((name) => [name, gong.list(name).length]),
      ) as WorkbenchState["company"],
    }),
    async reset(callCount) {
      localHost.stop();
      timelines.clear();
      await gong.reset(callCount);
    },
    async stop() {
      localHost.stop();
      accountHost.stop();
      files.remove();
      await gong.stop();
    },
  };
  return workbench;
}
