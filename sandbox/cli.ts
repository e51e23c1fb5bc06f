import { Command, InvalidArgumentError } from "commander";
import { onStop, tolerateClosedPipes } from "../scripts/support/ending";
import { explain, portNumber, wholeNumber } from "./command-line";
import { type RecordedRequest, type Sandbox, startSandbox } from "./index";
import { webhookKinds } from "./schemas/webhooks";

interface Flags {
  port: number;
  seed: number;
  calls: number;
  rate: number;
  daily: number;
  processing: number;
  verbose?: true;
}

const program = new Command("npm run sandbox --")
  .description(
    "Run a local Gong with a made-up company in it. It answers like Gong's public API v2, " +
      "including limits and delays, and needs no account.",
  )
  .option("--port <number>", "port on 127.0.0.1; 0 picks a free one", portNumber, 8484)
  .option("--seed <number>", "each number makes a different company", wholeNumber, 1)
  .option("--calls <number>", "calls in the past year, up to about 10,000", wholeNumber, 480)
  .option("--rate <number>", "requests allowed per second, or off", limit, 3)
  .option("--daily <number>", "requests allowed per day (UTC), or off", limit, 10_000)
  .option("--processing <seconds>", "how long an uploaded call stays invisible", wholeNumber, 5)
  .option("--verbose", "show a line for each request")
  .addHelpText(
    "after",
    `
Examples:
  npm run sandbox -- --port 8484 --rate off
  curl -u "$KEY:$SECRET" http://127.0.0.1:8484/v2/users          (KEY and SECRET are printed at the start)

Levers of the running sandbox (no credentials, from this machine only):
  curl http://127.0.0.1:8484/sandbox/levers                      (lists them)
  curl -X POST http://127.0.0.1:8484/sandbox/levers/tooManyRequests -H 'content-type: application/json' \\
       -d '{"times":2,"retryAfter":5}'
  curl -X POST http://127.0.0.1:8484/sandbox/calls -H 'content-type: application/json' \\
       -d '{"startedAt":"2026-11-20T09:00:00Z","visibleInSeconds":600}'   (a late arrival)
  curl -X POST http://127.0.0.1:8484/sandbox/reset -H 'content-type: application/json' -d '{}'
  curl -X POST http://127.0.0.1:8484/sandbox/faults -H 'content-type: application/json' \\
       -d '{"kind":"status","status":503,"times":2,"path":"/v2/calls"}'
       kinds: status, delay (milliseconds), cut (when: before, during, afterExecuting), truncatedJson, html
  curl -X DELETE http://127.0.0.1:8484/sandbox/faults
  curl http://127.0.0.1:8484/sandbox/requests
  curl -X POST http://127.0.0.1:8484/sandbox/clock/advance -H 'content-type: application/json' -d '{"seconds":3600}'
  curl -X POST http://127.0.0.1:8484/sandbox/webhooks -H 'content-type: application/json' \\
       -d '{"url":"http://127.0.0.1:9000/hook"}'                 (fires the latest call's event)
       kinds: ${webhookKinds.join(", ")}
  curl http://127.0.0.1:8484/sandbox/webhooks                    (shows the public key)`,
  );

tolerateClosedPipes(() => process.exit(0));
main().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const flags = program.parse().opts<Flags>();
  const sandbox = await startSandbox({
    port: flags.port,
    seed: flags.seed,
    callCount: flags.calls,
    requestsPerSecond: flags.rate,
    requestsPerDay: flags.daily,
    processingSeconds: flags.processing,
    ...(flags.verbose && { onAnswer: showRequest }),
  });
  console.log(welcome(sandbox));
  // A closed server leaves nothing to wait for: the process ends by itself, with status 0.
  onStop(() => {
    console.log("\nStopped; nothing is kept.");
    void sandbox.stop();
  });
}

function welcome({ url, accessKey, accessKeySecret, oauthClient }: Sandbox): string {
  return `A made-up Gong is running. Its keys are made up too: they open nothing but this sandbox.

  Base URL           ${url}
  Access key         ${accessKey}
  Access key secret  ${accessKeySecret}
  OAuth client ID    ${oauthClient.clientId}
  OAuth secret       ${oauthClient.clientSecret}

Try it:
  curl -u '${accessKey}:${accessKeySecret}' ${url}/v2/users

To use it with "npm run action" and "npm start", paste this in another terminal:
  export GONG_ALLOW_LOCAL=true GONG_BASE_URL=${url} GONG_ACCESS_KEY=${accessKey} GONG_ACCESS_KEY_SECRET=${accessKeySecret}

Ctrl-C stops it; nothing is kept.`;
}

function showRequest({ method, path, status }: RecordedRequest): void {
  console.error(`${status ?? "cut"} ${method} ${path}`);
}

function limit(text: string): number {
  const value = text === "off" ? Number.POSITIVE_INFINITY : wholeNumber(text);
  if (value === 0) throw new InvalidArgumentError("It must be at least 1, or off.");
  return value;
}
