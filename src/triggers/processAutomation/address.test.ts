import { createContext } from "../../../tests/support/context";
import { startFlow, type TestFlow } from "../../../tests/support/flow";
import { startGong, type TestGong } from "../../../tests/support/gong";

let gong: TestGong;
let flow: TestFlow;
let webhookPublicKey: string;
beforeAll(async () => {
  gong = await startGong({ callCount: 3 });
  flow = await startFlow(gong.sandbox);
  webhookPublicKey = gong.sandbox.webhooks.publicKey;
});
afterAll(async () => {
  await flow.stop();
  await gong.stop();
});

/** What the trigger says when Gong meant one URL and another one was called. */
async function outcome(configured: string, invoked: object, inputs: object = {}): Promise<string> {
  const payload = await flow.deliver({ webhookUrl: configured });
  return flow.start({ ...payload, ...invoked }, { webhookPublicKey, ...inputs }).then(
    () => "passes",
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );
}

describe("The URL that was called", () => {
  const hook = "https://hooks.example.com/trigger/SW5z==";

  it.each([
    [hook, hook],
    [`${hook}?tenant=7&mode=a%20b`, `${hook}?tenant=7&mode=a%20b`],
    [`${hook}?tenant=7&mode=a%20b`, `${hook}?mode=a+b&tenant=7`],
    [`${hook}?list=1&list=2`, `${hook}?list=1&list=2`],
    [hook, `${hook}/`],
    [`${hook}/`, hook],
    [hook, hook.replace("==", "%3D%3D")],
    [hook, hook.replace("==", "%3d%3D")],
    [hook, hook.replace("hooks.example.com", "HOOKS.example.COM")],
    [hook, hook.replace("https", "HTTPS")],
    [hook, hook.replace(".com/", ".com:443/")],
    [`${hook}#part`, hook],
    ["https://hooks.example.com", "https://hooks.example.com/"],
    ["https://hooks.example.com/a%zz", "https://hooks.example.com/a%zz"],
    ["https://hooks.example.com/電話", "https://hooks.example.com/%E9%9B%BB%E8%A9%B1"],
    ["https://bücher.example/x", "https://xn--bcher-kva.example/x"],
  ])("%s is the one that Gong meant: %s", async (configured, invokeUrl) => {
    expect(await outcome(configured, { invokeUrl, queryParameters: {} })).toBe("passes");
  });

  it.each([
    [hook, hook.replace("SW5z", "sw5z")],
    [hook, `${hook}//`],
    [hook, `${hook}/more`],
    [hook, hook.replace("https", "http")],
    [hook, hook.replace("hooks.", "hook.")],
    [hook, hook.replace(".com/", ".com:8443/")],
    [hook, hook.replace(".com/", ".com.evil.example/")],
    [hook, `${hook}?tenant=7`],
    [`${hook}?tenant=7`, hook],
    [`${hook}?tenant=7`, `${hook}?tenant=8`],
    [`${hook}?tenant=7`, `${hook}?tenant=7&tenant=7`],
    [`${hook}?list=1&list=2`, `${hook}?list=2&list=1`],
    ["https://hooks.example.com/a%2Fb", "https://hooks.example.com/a/b"],
    ["https://hooks.example.com/a/b", "https://hooks.example.com/a/c/../d"],
    ["hooks.example.com/trigger", "https://hooks.example.com/trigger"],
    ["nonsense", "https://hooks.example.com/trigger"],
  ])("%s is another one than %s", async (configured, invokeUrl) => {
    expect(await outcome(configured, { invokeUrl, queryParameters: {} })).toBe("wrong_url");
  });

  it("takes its query string from the parameters where it came without one", async () => {
    const queryParameters = { tenant: "7", mode: "a b" };
    const configured = `${hook}?tenant=7&mode=a+b`;
    expect(await outcome(configured, { invokeUrl: hook, queryParameters })).toBe("passes");
    expect(await outcome(hook, { invokeUrl: hook, queryParameters })).toBe("wrong_url");
    const other = { invokeUrl: `${hook}?tenant=7&mode=a+b`, queryParameters: { tenant: "8" } };
    expect(await outcome(configured, other)).toBe("passes");
  });

  it("may be known to the run and not to the request", async () => {
    const payload = { ...(await flow.deliver({ webhookUrl: hook })), invokeUrl: "" };
    const context = Object.assign(createContext(), { invokeUrl: `${hook}/` });
    const { payload: passed } = await flow.start(payload, { webhookPublicKey }, context);
    expect(passed.gong.callId).toMatch(/^\d+$/);
  });

  it.each([undefined, "", "no URL"])("is an error of its own when it is %j", async (invokeUrl) => {
    expect(await outcome(hook, { invokeUrl })).toBe("unknown_url");
    expect(await outcome(hook, { invokeUrl }, { webhookUrl: hook })).toBe("passes");
  });
});

describe("Webhook URL", () => {
  const entered = "https://gong.harbourline.example/hooks/7?tenant=7";

  it("counts instead of the URL that was called", async () => {
    expect(await outcome(entered, {}, { webhookUrl: entered })).toBe("passes");
    expect(await outcome(entered, {}, { webhookUrl: ` ${entered} ` })).toBe("passes");
    expect(await outcome(flow.url, {}, { webhookUrl: entered })).toBe("wrong_url");
    expect(await outcome(entered, {}, { webhookUrl: "" })).toBe("wrong_url");
  });

  it("must be a web address", async () => {
    expect(await outcome(entered, {}, { webhookUrl: "harbourline" })).toMatch(
      /^Webhook URL must be a web address/,
    );
  });
});
