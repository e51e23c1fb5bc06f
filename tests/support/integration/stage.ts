import { type Sandbox, type SandboxOptions, startSandbox } from "../../../sandbox";
import component from "../../../src/index";
import { type RecordingServer, startRecordingServer } from "../recordingServer";
import { type Answers, type ConnectionAnswer, configure } from "./configure";
import { readDefinition } from "./definition";
import { type Instance, type Mail, type Run, runFlow } from "./run";

/** A local Gong, a receiving system beside it, and instances of integrations between them. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly own: RecordingServer;
  /** What a customer connects with an access key. */
  readonly accessKey: ConnectionAnswer;
  /** What a customer consents to who is asked for these scopes. */
  consent(scopes: string): ConnectionAnswer;
  /** Deploys an instance, and gives what starts its one flow. */
  deploy(
    text: string,
    answers: Answers,
    onStep?: Instance["onStep"],
  ): Promise<(payload: object) => Promise<Run>>;
  /** Method and path of each request to Gong. */
  asked(): string[];
  /** What was posted to the receiving system. */
  posted(): unknown[];
  /** Emails that flows have sent. */
  readonly mails: Mail[];
  /** What a customer connects to send them. */
  readonly mailServer: ConnectionAnswer;
  /** Forgets all requests and emails. */
  forget(): void;
  stop(): Promise<void>;
}

/** Starts both servers. Gong has no limits of its own here. */
export async function startStage(options: SandboxOptions = {}): Promise<Stage> {
  const unlimited = Number.POSITIVE_INFINITY;
  const limits = { requestsPerSecond: unlimited, requestsPerDay: unlimited };
  const sandbox = await startSandbox({ ...limits, ...options });
  process.env.GONG_ALLOW_LOCAL = "true";
  const own = await startRecordingServer();
  const { url: baseUrl, accessKey, accessKeySecret, requests } = sandbox;
  const pace = { requestsPerSecond: "1000" };
  const mails: Mail[] = [];
  return {
    sandbox,
    own,
    mails,
    mailServer: { fields: { host: "mail.harbourline.example", username: "gong", password: "x" } },
    accessKey: { fields: { baseUrl, accessKey, accessKeySecret, ...pace } },
    consent: (scopes) => ({
      fields: { clientId: "client", clientSecret: "secret", ...pace },
      token: sandbox.issueToken(scopes.split(" ")),
    }),
    deploy: async (text, answers, onStep) => {
      const integration = readDefinition(text);
      const configVars = await configure(integration, component, answers);
      const [flow] = integration.flows;
      if (!flow) throw new Error("The integration has no flow.");
      return (payload) =>
        runFlow(flow, { component, configVars, mails, ...(onStep && { onStep }) }, payload);
    },
    asked: () => requests.map(({ method, path }) => `${method} ${path}`),
    posted: () =>
      own.requests
        .filter(({ method }) => method === "POST")
        .map(({ body }) => JSON.parse(body.toString()) as unknown),
    forget: () => {
      sandbox.clearRequests();
      own.requests.length = 0;
      mails.length = 0;
    },
    stop: async () => {
      await own.stop();
      await sandbox.stop();
    },
  };
}
