import { startSandbox } from "../../sandbox";
import type { ReadyMessage } from "./localGong";

async function main(): Promise<void> {
  const { url, accessKey, accessKeySecret, stop } = await startSandbox();
  const ready: ReadyMessage = { url, accessKey, accessKeySecret };
  process.send?.(ready);
  // The parent's end is this process's end, however the parent ended.
  process.once("disconnect", () => void stop().then(() => process.exit(0)));
}

void main();
