import { Command } from "commander";
import { paint } from "../../scripts/support/colors";
import { startWebhookReceiver } from "../../scripts/support/webhookReceiver";
import { exampleText, readDefinition, type Stage, startStage } from "../support/integration";
import { hostOf, startPbx } from "../support/pbx";

/** What a customer enters, and what starts the flow, once for each run. */
interface Scene {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly payloads: readonly object[];
}

const emptyBody = { body: { data: {} } };

/** A scene for each example, on a Gong and a receiving system that are there. */
const scenes: Readonly<Record<string, (stage: Stage) => Promise<Scene>>> = {
  "signed-event-to-own-system.yml": async ({ sandbox, own }) => {
    const { id: callId, primaryUserId } = sandbox.createCall({ title: "Renewal with Northmoor" });
    const flow = await startWebhookReceiver();
    await sandbox.webhooks.fire({ url: flow.url, callId });
    await flow.stop();
    const host = { operator: "isOneOf", value: [primaryUserId] };
    const conditions = [{ field: "host", host }];
    return {
      answers: {
        "Webhook Public Key": sandbox.webhooks.publicKey,
        "Automation Rules": { rules: [{ name: "Renewals", match: "all", conditions }] },
        "Own System URL": `${own.url}/calls`,
      },
      payloads: flow.received,
    };
  },
  "upload-recordings.yml": async ({ sandbox, own }) => {
    const gongUserId = hostOf(sandbox);
    const { listUrl, reportUrl } = startPbx(own, [
      { name: "0001.wav", seconds: 70, gongUserId },
      { name: "0002.wav", seconds: 65, gongUserId },
    ]);
    return {
      answers: { "List URL": listUrl, "Report URL": reportUrl },
      payloads: [{ startedAt: new Date().toISOString(), ...emptyBody }],
    };
  },
  "nightly-crm-upload.yml": async ({ own, mailServer }) => {
    const rows = ["17,2026-03-01T09:00:00Z,Northmoor,Logistics", "18,,Eastgate,Retail"];
    own.answer((_, response) => {
      response.setHeader("content-type", "text/csv");
      response.end(["objectId,modifiedDate,name,industry", ...rows].join("\n"));
    });
    return {
      answers: {
        "CRM Integration ID": "5517027188234205706",
        "Accounts URL": `${own.url}/accounts.csv`,
        "Mail Connection": mailServer,
        "Mail From": "gong@harbourline.example",
        "Mail To": "ada.quill@harbourline.example",
      },
      payloads: [{ startedAt: new Date().toISOString(), ...emptyBody }],
    };
  },
  "privacy-request.yml": async ({ sandbox, own }) => {
    const { emailAddress } = sandbox.company.contacts[0] ?? {};
    const approval = { approved: true, approvedBy: "Ada Quill" };
    const requests = [{ emailAddress }, { emailAddress, ...approval }];
    return {
      answers: { "Privacy Desk URL": `${own.url}/desk` },
      payloads: requests.map((data) => ({ body: { data, contentType: "application/json" } })),
    };
  },
  "nightly-export.yml": async ({ sandbox, own }) => {
    const now = Date.now();
    const startedAt = new Date(now - 24 * 3600_000).toISOString();
    for (let count = 0; count < 3; count += 1) sandbox.createCall({ startedAt });
    return {
      answers: { "Export URL": `${own.url}/export` },
      payloads: [{ startedAt: new Date(now).toISOString(), ...emptyBody }],
    };
  },
};

/** Runs one example, with a line for each step and for what was sent in the end. */
async function play(file: string, prepare: (stage: Stage) => Promise<Scene>): Promise<void> {
  const stage = await startStage({ callCount: 40 });
  try {
    const { answers, payloads } = await prepare(stage);
    const text = exampleText(file);
    const { name } = readDefinition(text);
    const connection = { "Gong Connection": connectionFor(text, stage) };
    const run = await stage.deploy(text, { ...connection, ...answers }, (step, results) => {
      const brief = step.isTrigger ? "" : inBrief(results);
      console.log(`${paint("green", "✔")}  ${step.name}${brief && `: ${brief}`}`);
    });
    stage.forget();
    for (const [index, payload] of payloads.entries()) {
      const which = payloads.length > 1 ? `, run ${index + 1} of ${payloads.length}` : "";
      console.log(`\n${name} (${file})${which}`);
      const { ignored } = await run(payload);
      // Nothing is wrong here that an example would have to put up with.
      if (ignored[0]) throw ignored[0];
    }
    const sent = `Requests to Gong: ${stage.asked().length}. Messages to your system: ${stage.posted().length}. Emails: ${stage.mails.length}.`;
    console.log(paint("dim", sent));
  } finally {
    await stage.stop();
  }
}

/** An access key, or consent to the scopes that the example asks for. */
function connectionFor(text: string, stage: Stage): object {
  const [one] = readDefinition(text).requiredConfigVars;
  const scopes = one?.dataType === "connection" ? one.inputs.scopes?.value : undefined;
  return scopes ? stage.consent(String(scopes)) : stage.accessKey;
}

/** What a step leaves, in a few words: how many there are of what, and short values. */
function inBrief(results: unknown): string {
  if (Array.isArray(results)) return `${results.length} in a list`;
  if (typeof results !== "object" || results === null) return "";
  return Object.entries(results)
    .filter(([name]) => name !== "requestId")
    .flatMap(([name, value]) => {
      if (Array.isArray(value)) return [`${value.length} ${name}`];
      return ["string", "number", "boolean"].includes(typeof value) ? [`${name} ${value}`] : [];
    })
    .slice(0, 4)
    .join(", ");
}

async function playAll(): Promise<void> {
  console.log("Each example on a local Gong of its own, with a made-up company in it.");
  for (const [file, prepare] of Object.entries(scenes)) await play(file, prepare);
  console.log(`\n${Object.keys(scenes).length} examples done. The component's own steps ran as on the platform; those of public
components, such as HTTP and Code, as the tests imitate them.`);
}

new Command("npm run examples --")
  .description("Run the steps of the examples on a local Gong, with a line for each.")
  .helpOption("-h, --help", "show this")
  .showSuggestionAfterError()
  .allowExcessArguments(false)
  .action(playAll)
  .parseAsync()
  .catch((error: unknown) => {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  });
