import type { WebhookOrder } from "../../sandbox";
import { startWebhookReceiver, type WebhookReceiver } from "../../scripts/support/webhookReceiver";
import { changedExample, exampleText, type Stage, startStage } from "../support/integration";

const file = "signed-event-to-own-system.yml";
const scopes =
  "api:calls:read:transcript api:workspaces:read api:users:read api:settings:trackers:read";

let stage: Stage;
let flow: WebhookReceiver;
let callId: string;
let host: string;
// One for all: the two pairs of keys behind signatures take half a second to make.
beforeAll(async () => {
  stage = await startStage({ callCount: 30 });
  flow = await startWebhookReceiver();
  const call = stage.sandbox.createCall({ title: "Renewal with Northmoor" });
  callId = call.id;
  host = call.primaryUserId;
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

describe("A signed event", () => {
  it("of a call that matches a rule brings its transcript to the system of one's own", async () => {
    const { steps } = await (await deploy())();
    expect(stage.asked()).toEqual(["POST /v2/calls/transcript"]);
    expect(stage.sandbox.requests[0]?.body).toEqual({ filter: { callIds: [callId] } });
    expect(stage.own.requests).toMatchObject([
      {
        method: "POST",
        url: "/calls",
        headers: { "content-type": ["application/json"], "idempotency-key": [callId] },
      },
    ]);
    const [message] = stage.posted() as Record<string, unknown>[];
    expect(message).toMatchObject({
      callId,
      title: "Renewal with Northmoor",
      isTest: false,
      matchedRules: ["Renewals"],
    });
    expect(steps.slice(-3)).toEqual(["Get Transcript", "Build Message", "Send to Own System"]);
  });

  it("brings sentences whose speakers the parties explain", async () => {
    await (await deploy())();
    const [message] = stage.posted() as {
      parties: { speakerId: string | null }[];
      transcript: { speakerId: string; sentences: { text: string }[] }[];
    }[];
    const speakers = message?.parties.map(({ speakerId }) => speakerId);
    expect(message?.transcript.length).toBeGreaterThan(0);
    for (const { speakerId, sentences } of message?.transcript ?? []) {
      expect(speakers).toContain(speakerId);
      expect(sentences[0]?.text).toMatch(/\w/);
    }
  });

  it("of a call that matches no rule ends the run, and nothing is asked of Gong", async () => {
    const run = await (await deploy(ruleOf("title", "contains", "kick-off")))();
    expect(run).toMatchObject({
      stopped: true,
      steps: ["Gong Event", "Evaluate Rules", "Leave It"],
    });
    expect([stage.asked(), stage.posted()]).toEqual([[], []]);
  });

  it("passes when Test now sends it, and says so", async () => {
    await (await deploy())({ isTest: true });
    expect(stage.posted()).toMatchObject([{ callId, isTest: true }]);
  });

  it("of a call without a transcript is sent all the same", async () => {
    const run = await deploy();
    stage.sandbox.faults.next({
      kind: "status",
      status: 404,
      path: "/v2/calls/transcript",
      errors: ["No calls found corresponding to the provided filters"],
    });
    await run();
    expect(stage.posted()).toMatchObject([{ callId, transcript: [] }]);
  });
});

describe("An event that Gong did not sign for this flow", () => {
  it.each([
    ["unsigned", "Authorization header"],
    ["forged", "signature"],
    ["expired", "expired"],
    ["wrongUrl", "another URL"],
    ["tampered", "body"],
  ] as const)("is refused when it is %s, and nothing is sent", async (kind, words) => {
    const run = await deploy();
    await expect(run({ kind })).rejects.toThrow(
      new RegExp(`^Gong Event > The event was refused: .*${words}`),
    );
    expect([stage.asked(), stage.posted()]).toEqual([[], []]);
  });
});

describe("The rules", () => {
  it("are made in a form that offers the account's users", async () => {
    await expect(deploy(ruleOf("host", "isOneOf", ["nobody"]))).rejects.toThrow(
      /^Automation Rules > the form/,
    );
  });
});

describe("A broken copy", () => {
  it("believes everybody without the public key", async () => {
    const place = "webhookPublicKey: { type: configVar, value: Webhook Public Key }";
    const other = 'webhookPublicKey: { type: value, value: "" }';
    const run = await deploy(undefined, changedExample(file, place, other));
    await run({ kind: "unsigned" });
    expect(stage.posted()).toHaveLength(1);
  });

  it("fails at a branch that is not there", async () => {
    const run = await deploy(undefined, changedExample(file, "name: Matched", "name: Matches"));
    await expect(run()).rejects.toThrow("Evaluate Rules > there is no branch Matched");
  });
});
