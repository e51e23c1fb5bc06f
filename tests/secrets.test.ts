import type { Fault } from "../sandbox";
import { systemTime } from "../src/client/time";
import component from "../src/index";
import { createContext } from "./support/context";
import { exampleInputs } from "./support/examples";
import { startGong, type TestGong } from "./support/gong";
import { shownBy } from "./support/shown";

const emailAddress = "canary.person+tag@northmoor.example";
const phoneNumber = "+14255550199";
const typed = "canary-typed-by-the-builder";

interface Subject {
  readonly connection: object;
  readonly authorization: string;
  /** What no log line and no error may hold. */
  readonly secrets: readonly string[];
}

let gong: TestGong;
let subjects: Record<"API Key" | "OAuth", Subject>;
let printed: string[];

beforeAll(async () => {
  gong = await startGong({ callCount: 30 });
  const { accessKey, accessKeySecret, url, issueToken } = gong.sandbox;
  const basic = Buffer.from(`${accessKey}:${accessKeySecret}`).toString("base64");
  const token = issueToken();
  const bearer = token.access_token;
  subjects = {
    "API Key": {
      connection: gong.connection,
      authorization: `Basic ${basic}`,
      secrets: [accessKey, accessKeySecret, basic.replace(/=+$/, ""), encodeURIComponent(basic)],
    },
    OAuth: {
      connection: {
        key: "oauth2",
        configVarKey: "Gong Connection",
        fields: {
          clientId: "canary-client-id",
          clientSecret: "canary-client-secret",
          tokenUrl: `${url}/oauth2/generate-customer-token`,
          requestsPerSecond: "1000",
        },
        token,
        context: { secret: "canary-context" },
      },
      authorization: `Bearer ${bearer}`,
      secrets: [bearer, token.refresh_token, "canary-client-id", "canary-client-secret"],
    },
  };
  // Waits are not what is tested here.
  jest.spyOn(systemTime, "sleep").mockResolvedValue();
  for (const method of ["log", "info", "warn", "error", "debug", "trace", "dir"] as const) {
    jest.spyOn(console, method).mockImplementation((...args) => {
      printed.push(args.map(String).join(" "));
    });
  }
});
afterAll(async () => {
  jest.restoreAllMocks();
  await gong.stop();
});
beforeEach(() => {
  printed = [];
  gong.sandbox.faults.clear();
});

/** A server that shows in its error all that it was sent. */
const echo = (status: number, { authorization, secrets }: Subject): Fault => {
  const words = [...secrets, authorization, emailAddress, encodeURIComponent(emailAddress)];
  const more = [phoneNumber, encodeURIComponent(phoneNumber), "+1 (425) 555-0199"];
  const all = [...words, ...more].map((word) => `Cannot take "${word}" here.`);
  return {
    kind: "status",
    status,
    body: {
      requestId: "4al018gzaztcr8nbukw",
      errors: all,
      userFacingError: all.join(" "),
      helpUrl: `https://help.gong.example/?q=${encodeURIComponent(authorization)}`,
      request: { headers: { authorization, [authorization]: emailAddress }, phone: phoneNumber },
    },
    times: 9,
  };
};

const fates: [string, (subject: Subject) => Fault | undefined][] = [
  ["all is well", () => undefined],
  ...[302, 400, 401, 403, 404, 409, 429, 500].map((status): [string, (its: Subject) => Fault] => [
    `Gong answers ${status} and repeats the request`,
    (subject) => echo(status, subject),
  ]),
  ["Gong's limit lasts for hours", () => ({ kind: "status", status: 429, retryAfter: 40_000 })],
  ["a proxy answers", () => ({ kind: "html", times: 9 })],
  ["the answer stops half way", () => ({ kind: "truncatedJson", times: 9 })],
  ["the connection is cut", () => ({ kind: "cut", when: "before", times: 9 })],
  ["the answer is cut", () => ({ kind: "cut", when: "during", times: 9 })],
];

/** Puts the canaries in the place of the people that examples name. */
function withCanaries(value: unknown): unknown {
  if (typeof value === "string") {
    return value
      .replace(/[\w.+-]+@[\w.-]+\.example/g, emailAddress)
      .replace(/\+\d{8,15}/g, phoneNumber);
  }
  if (Array.isArray(value)) return value.map(withCanaries);
  if (typeof value !== "object" || value === null || Buffer.isBuffer(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withCanaries(member)]),
  );
}

const rawInputs = {
  url: `/v2/users?emailAddress=${encodeURIComponent(emailAddress)}`,
  method: "POST",
  queryParams: [{ key: "phoneNumber", value: phoneNumber }],
  headers: [{ key: "X-Key", value: typed }],
  data: JSON.stringify({ emailAddress, phoneNumber, typed }),
  responseType: "json",
  debugRequest: "true",
  maxRetries: "1",
  retryAllErrors: "true",
};

const actions = Object.values(component.actions ?? {})
  .filter(({ inputs }) => inputs.some(({ type }) => type === "connection"))
  .map((action): [string, Record<string, unknown>] => [
    action.key,
    action.key === "rawRequest"
      ? rawInputs
      : // A cursor of Search Calls fits its own inputs only.
        {
          ...(withCanaries(exampleInputs(action as never)) as Record<string, unknown>),
          cursor: undefined,
        },
  ]);

describe.each(["API Key", "OAuth"] as const)("With an %s connection and debug mode on", (kind) => {
  it.each(fates)("no secret and no person is in a log or an error when %s", async (_, fateOf) => {
    const subject = subjects[kind];
    const forbidden = [
      ...subject.secrets,
      "canary",
      ...[emailAddress, encodeURIComponent(emailAddress), "northmoor"],
      ...[phoneNumber, phoneNumber.slice(1), "555-0199"],
    ];
    let attempts = 0;
    for (const [key, inputs] of actions) {
      const context = createContext({ debug: true });
      const fate = fateOf(subject);
      if (fate) gong.sandbox.faults.next(fate);
      const error = await gong
        .run(key, { ...inputs, connection: subject.connection }, context)
        .then(() => undefined)
        .catch((thrown: unknown) => thrown);
      gong.sandbox.faults.clear();

      const lines = context.lines.join("\n");
      const shown = [lines, ...printed, error === undefined ? "" : shownBy(error)].join("\n");
      const found = forbidden.filter((word) => shown.toLowerCase().includes(word.toLowerCase()));
      expect({ key, found }).toEqual({ key, found: [] });
      // Raw Request hands on what is no JSON as text (B20).
      const isText = key === "rawRequest" && ["html", "truncatedJson"].includes(fate?.kind ?? "");
      const failed = error !== undefined || fate === undefined || isText;
      expect({ key, failed }).toEqual({ key, failed: true });
      attempts += context.lines.filter((line) => line.startsWith("debug: Gong: ")).length;
    }
    // Each of them asked Gong, and left a line.
    expect(attempts).toBeGreaterThanOrEqual(actions.length);
    expect(printed).toEqual([]);
  });

  it("what was taken out of Gong's words is named in its place", async () => {
    const subject = subjects[kind];
    gong.sandbox.faults.next(echo(400, subject));
    const error = await gong.fail("listUsers", { connection: subject.connection });
    expect(error.message).toContain('Cannot take "[secret]" here.');
    expect(error.message).toContain('Cannot take "[email address]" here.');
    expect(error.message).toContain('Cannot take "[phone number]" here.');
    expect(error.requestId).toBe("4al018gzaztcr8nbukw");
  });
});
