import type { Clock } from "../clock";
import { known } from "../company/known";
import type { Contact } from "../company/types";
import { badRequest, GongError } from "../errors";
import type { Random } from "../random";
import { formatInstant, hour, type Instant, second } from "../time";
import { type ObjectType, objectTypes, type SchemaField, type SchemaType } from "./fields";
import type { LineReport } from "./lines";

/** How long things take, and how much is kept. */
export interface CrmSettings {
  /** From an upload to its end. */
  processingSeconds: number;
  /** Until a deleted integration is gone (G37). */
  deletionHours: number;
  /** Objects of each type beyond these are counted only. */
  maxStoredObjects: number;
}

/** A CRM that sends its data to Gong by the API. */
export interface Integration {
  id: string;
  ownerEmail: string;
  name: string;
  schema: Map<SchemaType, SchemaField[]>;
  /** Objects as the lines they came in, by type and id. */
  objects: Map<ObjectType, Map<string, string>>;
  /** Set once its deletion is asked for. */
  goneAt: Instant | undefined;
}

interface Job {
  begunAt: Instant;
  endsAt: Instant;
  report: Pick<LineReport, "errors" | "totalErrorCount" | "totalSuccessCount">;
  /** What it does when it ends; undefined once done. */
  apply: (() => void) | undefined;
}

/** What Gong keeps for the CRM operations. */
export class CrmStore {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #settings: CrmSettings;
  #integration: Integration | undefined;
  /** By integration and clientRequestId; neither is ever used again. */
  readonly #jobs = new Map<string, Job>();

  constructor(clock: Clock, random: Random, settings: CrmSettings) {
    this.#clock = clock;
    this.#random = random;
    this.#settings = settings;
  }

  /** How many objects of each type an upload may keep. */
  get maxStoredObjects(): number {
    return this.#settings.maxStoredObjects;
  }

  /** The one integration that there can be (G37). */
  get integration(): Integration | undefined {
    this.#settle();
    return this.#integration;
  }

  /** @throws GongError 409 while there is one, deletion or not (G37) */
  register(ownerEmail: string, name: string, id = this.#random.id()): Integration {
    if (this.integration) throw new GongError(409, "An active integration already exists");
    this.#integration = {
      id,
      ownerEmail,
      name,
      schema: new Map(),
      objects: new Map(objectTypes.map((type) => [type, new Map()])),
      goneAt: undefined,
    };
    return this.#integration;
  }

  /** @throws GongError 400 unless it is the one */
  demand(integrationId: string): Integration {
    const integration = this.integration;
    if (integration?.id === integrationId && integration.goneAt === undefined) return integration;
    throw badRequest("integrationId", `integration ${integrationId} was not found`);
  }

  /** Goes with all its objects, hours later (G37). */
  remove(integrationId: string, clientRequestId: string): void {
    const integration = this.demand(integrationId);
    const takes = this.#settings.deletionHours * hour;
    const report = { errors: [], totalErrorCount: 0, totalSuccessCount: 0 };
    this.#addJob(integrationId, clientRequestId, takes, report, () => {
      this.#integration = undefined;
    });
    integration.goneAt = this.#clock.now() + takes;
  }

  /** Stores what the lines of a file say, a while later (G38). */
  upload(
    integrationId: string,
    type: ObjectType,
    clientRequestId: string,
    { changes, ...report }: LineReport,
  ): void {
    const stored = this.demand(integrationId).objects.get(type);
    const takes = this.#settings.processingSeconds * second;
    this.#addJob(integrationId, clientRequestId, takes, report, () => {
      for (const [objectId, line] of changes) {
        if (line === null) stored?.delete(objectId);
        else if (stored?.has(objectId) || Number(stored?.size) < this.maxStoredObjects) {
          stored?.set(objectId, line);
        }
      }
    });
  }

  /** @throws GongError 400 for a request that was never made */
  status(integrationId: string, clientRequestId: string) {
    this.#settle();
    const job = this.#jobs.get(`${integrationId}/${clientRequestId}`);
    if (!job) throw badRequest("clientRequestId", `request ${clientRequestId} was not found`);
    const now = this.#clock.now();
    const { errors, totalErrorCount, totalSuccessCount } = job.report;
    if (now < job.endsAt) {
      // The first fifth of the time passes in waiting.
      const waits = now < job.begunAt + (job.endsAt - job.begunAt) / 5;
      const status = waits ? "PENDING" : "IN_PROGRESS";
      return { status, errors: [], totalErrorCount: 0, totalSuccessCount: 0 };
    }
    const status = totalErrorCount > 0 ? "FAILED" : "DONE";
    return { status, errors, totalErrorCount, totalSuccessCount };
  }

  #addJob(
    integrationId: string,
    clientRequestId: string,
    takes: number,
    report: Job["report"],
    apply: () => void,
  ): void {
    const key = `${integrationId}/${clientRequestId}`;
    if (this.#jobs.has(key)) {
      throw new GongError(409, "Client request id has already been used"); // G59
    }
    const begunAt = this.#clock.now();
    this.#jobs.set(key, { begunAt, endsAt: begunAt + takes, report, apply });
  }

  /** Ends what has had its time, in the order in which it ends. */
  #settle(): void {
    const now = this.#clock.now();
    const due = [...this.#jobs.values()]
      .filter(({ apply, endsAt }) => apply && endsAt <= now)
      .sort((one, other) => one.endsAt - other.endsAt);
    for (const job of due) {
      job.apply?.();
      job.apply = undefined;
    }
  }
}

/** Harbourline's own CRM, as far as it has been uploaded. */
export function fillFromCompany(store: CrmStore, contacts: readonly Contact[], at: Instant): void {
  const integration = store.register(
    "ada.quill@harbourline.example",
    "Harbourline CRM",
    known.integration,
  );
  const field = (uniqueName: string, type: SchemaField["type"]): SchemaField => ({
    uniqueName,
    label: uniqueName.charAt(0).toUpperCase() + uniqueName.slice(1),
    type,
    lastModified: null,
    isDeleted: false,
    referenceTo: null,
    orderedValueList: null,
  });
  integration.schema.set("ACCOUNT", [field("industry", "STRING"), field("website", "URL")]);
  const put = (type: ObjectType, objectId: string, values: object) =>
    integration.objects
      .get(type)
      ?.set(objectId, JSON.stringify({ objectId, modifiedDate: formatInstant(at), ...values }));
  for (const { account, ...contact } of contacts) {
    const { externalId, name, domain, industry, website, opportunity } = account;
    put("ACCOUNT", externalId, { name, domains: [domain], industry, website });
    put("DEAL", opportunity.externalId, {
      accountId: externalId,
      name: opportunity.name,
      amount: opportunity.amount,
      closeDate: opportunity.closeDate,
      stage: opportunity.now.stage,
    });
    const [firstName, lastName] = contact.name.split(" ");
    const { emailAddress, title, phoneNumber } = contact;
    const person = { emailAddress, firstName, lastName, title, phoneNumber };
    if (contact.objectType === "Lead") put("LEAD", contact.externalId, person);
    else put("CONTACT", contact.externalId, { accountId: externalId, ...person });
  }
}
