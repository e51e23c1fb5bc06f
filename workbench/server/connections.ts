import { demandRunning } from "../../scripts/support/connection";
import type { Item } from "../shared/catalog";
import type { ConnectionChoice } from "../shared/run";
import type { Host } from "./host";
import type { Workbench } from "./workbench";

/** What a run works on. */
export interface Target {
  readonly host: Host;
  readonly connection: object;
  /** Whether data of a real company is at stake. */
  readonly isReal: boolean;
}

/** @throws Error when there is no such account, or nothing runs at its address on this machine */
export async function targetOf(
  workbench: Workbench,
  choice: ConnectionChoice,
  { scopes }: Pick<Item, "scopes">,
): Promise<Target> {
  const { gong, account, localHost, accountHost } = workbench;
  if (choice.kind === "local") {
    return { host: localHost, connection: gong.connection(scopes), isReal: false };
  }
  if (choice.kind === "account") {
    if (!account) throw new Error("GONG_BASE_URL and its key are not set, so there is no account.");
    await demandRunning(account);
    return { host: accountHost, connection: account.connection, isReal: true };
  }
  const { key, fields } = choice;
  const connection = { key, configVarKey: "Gong Connection", fields };
  const isLocal = originOf(fields.baseUrl) === gong.url;
  return { host: isLocal ? localHost : accountHost, connection, isReal: !isLocal };
}

function originOf(address: unknown): string | undefined {
  try {
    return new URL(String(address)).origin;
  } catch {
    return undefined;
  }
}
