import {
  createHash,
  createHmac,
  createSign,
  generateKeyPairSync,
  type KeyObject,
} from "node:crypto";
import { request as httpRequest } from "node:http";
import type { Call } from "./company/types";
import { badRequest, callNotFound, GongError } from "./errors";
import { toJson } from "./json";
import { findVisibleCall, isVisible } from "./routes/api";
import { isLoopbackHost } from "./routes/control";
import { renderCall, wholeEvent } from "./routes/extensive";
import type { webhookKinds } from "./schemas/webhooks";
import type { SandboxState } from "./state";
import { second } from "./time";
import { parseUrl } from "./url";

export type WebhookKind = (typeof webhookKinds)[number];

/** What to fire, and where to. */
export interface WebhookOrder {
  /** Where it is sent: plain http on this machine only. */
  url: string;
  /** The visible call that it is about; the latest one by default. */
  callId?: string;
  /** Default `signed`, as Gong would send it (G45). */
  kind?: WebhookKind;
  /** As with "Test now" in Gong (G43). Default false. */
  isTest?: boolean;
  /** The URL as it was entered in Gong, query string included. Default `url`. */
  webhookUrl?: string;
  /** How long the signature holds; a negative number has it expired. Default 300. */
  expiresInSeconds?: number;
  /** Leaves these claims out. */
  without?: readonly ("webhook_url" | "body_sha256" | "exp")[];
  /** Name of the header as it is written on the wire. Default `Authorization`. */
  headerName?: string;
  /** What stands in front of the token, such as `Bearer `. Nothing by default (G45). */
  prefix?: string;
  /** Sent and signed instead of the call's event. */
  body?: string;
}

/** What became of it. */
export interface WebhookDelivery {
  kind: WebhookKind;
  callId: string;
  /** The receiver's answer. */
  status: number;
  text: string;
}

/** Fires webhooks as Gong's automation rules do. */
export interface Webhooks {
  /** As Gong shows it: bare base64 of the SPKI DER, without PEM lines (G45). */
  readonly publicKey: string;
  /** @throws GongError when the order cannot be carried out; 502 without an answer */
  fire(order: WebhookOrder): Promise<WebhookDelivery>;
}

/** How long a receiver may take to answer. */
const patienceMs = 30_000;
/** Ample for a delivery, short for a stolen one. Gong's own lifetime is not documented. */
const lifetimeSeconds = 300;

/** The keys are made when they are first needed: few sandboxes fire anything. */
export function createWebhooks(state: SandboxState): Webhooks {
  const own = lazily(createKeys);
  const foreign = lazily(createKeys);

  const authorize = (order: WebhookOrder, kind: WebhookKind, body: string): string | undefined => {
    const expiresIn = order.expiresInSeconds ?? (kind === "expired" ? -3600 : lifetimeSeconds);
    const claims = {
      webhook_url:
        kind === "wrongUrl" ? "https://elsewhere.example/hook" : (order.webhookUrl ?? order.url),
      body_sha256: createHash("sha256").update(body).digest("hex"),
      exp: Math.floor(state.clock.now() / second) + expiresIn,
    };
    const kept = Object.entries(claims).filter(
      ([name]) => !order.without?.includes(name as keyof typeof claims),
    );
    return signatures[kind](Object.fromEntries(kept), own(), foreign());
  };

  return {
    get publicKey() {
      return own().publicText;
    },
    async fire(order) {
      const { url, kind = "signed", headerName = "Authorization", prefix = "" } = order;
      demandLoopback(url);
      const call = findCall(state, order.callId);
      const body = order.body ?? eventOf(state, call, order);
      const token = authorize(order, kind, body);
      const headers = {
        "Content-Type": "application/json",
        ...(token !== undefined && { [headerName]: `${prefix}${token}` }),
      };
      const sent = kind === "tampered" ? tamper(body) : body;
      return { kind, callId: call.id, ...(await post(url, headers, sent)) };
    },
  };
}

type Claims = Record<string, unknown>;
type Keys = ReturnType<typeof createKeys>;

const rs256 = { alg: "RS256", typ: "JWT" };

/** How each kind signs: what it differs in beside this stands in `authorize` and `tamper`. */
const signatures: Record<
  WebhookKind,
  (claims: Claims, own: Keys, foreign: Keys) => string | undefined
> = {
  signed: (claims, own) => rsaToken(claims, own.privateKey),
  expired: (claims, own) => rsaToken(claims, own.privateKey),
  wrongUrl: (claims, own) => rsaToken(claims, own.privateKey),
  tampered: (claims, own) => rsaToken(claims, own.privateKey),
  unsigned: () => undefined,
  forged: (claims, _, foreign) => rsaToken(claims, foreign.privateKey),
  algNone: (claims) => `${signingInput({ alg: "none", typ: "JWT" }, claims)}.`,
  // A receiver that trusts the token's own header takes the public key for the password.
  hs256: (claims, own) => {
    const input = signingInput({ alg: "HS256", typ: "JWT" }, claims);
    return `${input}.${createHmac("sha256", own.publicText).update(input).digest("base64url")}`;
  },
};

function rsaToken(claims: Claims, privateKey: KeyObject): string {
  const input = signingInput(rs256, claims);
  return `${input}.${createSign("RSA-SHA256").update(input).sign(privateKey, "base64url")}`;
}

function signingInput(header: object, claims: Claims): string {
  return [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
}

function createKeys() {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const publicText = publicKey.export({ type: "spki", format: "der" }).toString("base64");
  return { publicText, privateKey };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** All that Gong knows of the call, transcript excepted (G44). */
function eventOf(state: SandboxState, call: Call, { isTest = false }: WebhookOrder): string {
  const callData = renderCall(state, call, wholeEvent);
  return toJson({ callData, isTest, isPrivate: call.isPrivate });
}

/** Changes the body after it was signed: what it says, or where it says nothing, its bytes. */
function tamper(body: string): string {
  const other = body.replace(/"isTest":(true|false)/, (_, was) => `"isTest":${was === "false"}`);
  return other === body ? `${body} ` : other;
}

function findCall(state: SandboxState, callId: string | undefined): Call {
  if (callId !== undefined) {
    const call = findVisibleCall(state, callId);
    if (!call) throw callNotFound(callId);
    return call;
  }
  const now = state.clock.now();
  const visible = state.company.calls.filter((call) => isVisible(call, now));
  const latest = visible.sort((one, other) => other.startedAt - one.startedAt)[0];
  if (!latest) throw badRequest("callId", "the company has had no call yet");
  return latest;
}

/** The sandbox talks to this machine only, whatever it is asked to. */
function demandLoopback(url: string): void {
  const target = parseUrl(url);
  if (target?.protocol !== "http:" || !isLoopbackHost(target.host)) {
    throw badRequest("url", "must begin with http:// and lead to this machine");
  }
}

function post(
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<Pick<WebhookDelivery, "status" | "text">> {
  return new Promise((resolve, reject) => {
    const fail = ({ message }: Error) => reject(new GongError(502, `No answer: ${message}`));
    const request = httpRequest(url, { method: "POST", headers, agent: false }, (response) => {
      response.setEncoding("utf8");
      let text = "";
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
      response.on("error", fail);
    });
    request.on("error", fail);
    request.setTimeout(patienceMs, () => request.destroy(new Error("the receiver is silent")));
    request.end(body);
  });
}
