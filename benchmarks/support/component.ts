import { createExecution, type Execution, loadComponent } from "../../scripts/support/component";
import type { GongReady } from "../peers/gong";

/** The built component on a local Gong. @param requestsPerSecond the pace of its connection */
export function connect(gong: GongReady, requestsPerSecond: number): Execution {
  process.env.GONG_ALLOW_LOCAL = "true";
  const connection = {
    key: "gongApiKey",
    configVarKey: "Gong",
    fields: {
      baseUrl: gong.url,
      accessKey: gong.accessKey,
      accessKeySecret: gong.accessKeySecret,
      requestsPerSecond: String(requestsPerSecond),
    },
  };
  // The local Gong is on this machine.
  process.env.GONG_ALLOW_LOCAL = "true";
  return createExecution(loadComponent(), connection, () => {});
}

/** Makes a call that a recording can be added to. @returns its id */
export async function newCall(
  { run }: Execution,
  { userId }: GongReady,
  name: string,
): Promise<string> {
  const { data } = await run("createNewCall", {
    clientUniqueId: name,
    primaryUser: userId,
    parties: [{ userId }],
    direction: "Inbound",
    actualStart: "2026-03-01T09:00:00Z",
  });
  return (data as { callId: string }).callId;
}
