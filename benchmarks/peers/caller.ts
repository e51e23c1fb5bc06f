import { connect } from "../support/component";
import type { GongReady } from "./gong";

/** Runs an action so many times, one after another, as a flow with a loop does. */
const gong = JSON.parse(process.argv[2] ?? "{}") as GongReady;
const times = Number(process.argv[3]);
const { run } = connect(gong, 3);

process.once("message", async () => {
  for (let index = 0; index < times; index += 1) await run("getUser", { userId: gong.userId });
  process.send?.("done");
});
process.once("disconnect", () => process.exit(0));
process.send?.(null);
