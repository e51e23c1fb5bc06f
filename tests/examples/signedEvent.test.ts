import type { WebhookOrder } from "../../sandbox";
import { startWebhookReceiver, type WebhookReceiver } from "../../scripts/support/webhookReceiver";
import { changedExample, exampleText, type Stage, startStage } from "../support/integration";

const file = "signed-event-to-own-system.yml";
const scopes =
  "api:calls:read:transcript api:calls:read:extensive api:workspaces:read api:users:read api:settings:trackers:read";

let stage: Stage;
let flow: WebhookReceiver;
let callId: string;
let host: string;
// One for all: the two pairs of keys behind signatures take half a second to make.
beforeAll(async () => {
  stage = await startStage({ callCount: 30 });
  flow = await startWebhookReceiver();
  ({ id: callId, primaryUserId: host } = stage.sandbox.createCall({ title: "Renewal" }));
});
afterAll(async () => {
  await flow.stop();
  await stage.stop();
});

/** A rule as the form gives it. */
const ruleOf = (field: string, operator: string, value: unknown) => ({
  rules: [
    { name: "Renewals", match: "all", conditions: [{ field, [field]: { operator, value } }] },
  ],
});

/** Deploys the example, and gives what runs it on the event that Gong fires. */
async function deploy(rules: object = ruleOf("host", "isOneOf", [host]), text = exampleText(file)) {
  const run = await stage.deploy(text, {
    "Gong Connection": stage.consent(scopes),
    "Webhook Public Key": stage.sandbox.webhooks.publicKey,
    "Automation Rules": rules,
    "Own System URL": `${stage.own.url}/calls`,
  });
  stage.forget();
  return async (order: Partial<WebhookOrder> = {}) => {
    await stage.sandbox.webhooks.fire({ url: flow.url, callId, ...order });
    return await run(flow.received.at(-1) ?? {});
  };
}

interface Message {
  speakers: { name: string }[];
  text: string;
  markdown: string;
  pieces: { text: string }[];
}

describe("A signed event", () => {
  it("of a call that matches a rule brings its transcript to your own system", async () => {
    const { steps } = await (await deploy())({ isTest: true });
    expect(stage.asked()).toEqual(["POST /v2/calls/extensive", "POST /v2/calls/transcript"]);
    const headers = { "content-type": ["application/json"], "idempotency-key": [callId] };
    expect(stage.own.requests).toMatchObject([{ method: "POST", url: "/calls", headers }]);
    const [message] = stage.posted() as Message[];
    expect(message).toMatchObject({
      callId,
      title: "Renewal",
      isTest: true,
      matchedRules: ["Renewals"],
    });
    expect(steps.slice(-3)).toEqual(["Get Transcript", "Build Message", "Send to Own System"]);
    const names = message?.speakers.map(({ name }) => name);
    expect(names?.length).toBeGreaterThan(0);
    for (const line of message?.text.split("\n") ?? []) {
      expect(names).toContain(line.slice(0, line.indexOf(":")));
    }
    expect(message?.markdown).toContain(`**${names?.[0]}**`);
    expect(message?.pieces[0]?.text.startsWith(`${names?.[0]}: `)).toBe(true);
  });

  it("of a call that matches no rule ends the run, and nothing is asked of Gong", async () => {
    const run = await (await deploy(ruleOf("title", "contains", "kick-off")))();
    expect(run).toMatchObject({
      stopped: true,
      steps: ["Gong Event", "Evaluate Rules", "Leave It"],
    });
    expect([stage.asked(), stage.posted()]).toEqual([[], []]);
  });

  it("of a call without a transcript yet fails, for the platform to run again", async () => {
    const run = await deploy();
    const errors = ["No calls found corresponding to the provided filters"];
    stage.sandbox.faults.next({
      kind: "status",
      status: 404,
      path: "/v2/calls/transcript",
      errors,
    });
    await expect(run()).rejects.toThrow("Gong has no transcript of this call yet.");
    expect(stage.posted()).toEqual([]);
    await run();
    expect(stage.posted()).toMatchObject([{ callId, isTest: false }]);
  });
});

describe("The flow", () => {
  it.each(["unsigned", "forged", "tampered"] as const)("refuses what is %s", async (kind) => {
    await expect((await deploy())({ kind })).rejects.toThrow(
      "Gong Event > The event was refused: ",
    );
    expect([stage.asked(), stage.posted()]).toEqual([[], []]);
  });

  it("takes rules from a form that offers the account's users", async () => {
    await expect(deploy(ruleOf("host", "isOneOf", ["nobody"]))).rejects.toThrow(
      /^Automation Rules > the form/,
    );
  });

  it("refuses everything where the key is missing by mistake", async () => {
    const place = "webhookPublicKey: { type: configVar, value: Webhook Public Key }";
    const blank = 'webhookPublicKey: { type: value, value: "" }';
    const run = await deploy(undefined, changedExample(file, place, blank));
    await expect(run()).rejects.toThrow(
      "Gong Event > The event was refused: Require Signature is on",
    );
  });
});
