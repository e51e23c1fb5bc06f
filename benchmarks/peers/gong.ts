import { type SandboxOptions, startSandbox } from "../../sandbox";

/** Address and keys of the local Gong. */
export interface GongReady {
  readonly url: string;
  readonly accessKey: string;
  readonly accessKeySecret: string;
  /** A user to read and to host calls. */
  readonly userId: string;
}

/** A local Gong as a peer; its options come as JSON in the first argument. Infinity is "none". */
async function main(): Promise<void> {
  const options = JSON.parse(process.argv[2] ?? "{}", (_, value) =>
    value === "none" ? Number.POSITIVE_INFINITY : value,
  ) as SandboxOptions;
  const { url, accessKey, accessKeySecret, company, requests } = await startSandbox(options);
  const user = company.users.find(
    ({ active, settings }) => active && settings.telephonyCallsImported,
  );
  const ready: GongReady = { url, accessKey, accessKeySecret, userId: user?.id ?? "" };
  process.send?.(ready);
  process.on("message", () => {
    const refused = requests.filter(({ status }) => status === 429).length;
    process.send?.({ refused, requests: requests.length });
  });
  process.once("disconnect", () => process.exit(0));
}

void main();
