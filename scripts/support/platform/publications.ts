import { createHash, randomUUID } from "node:crypto";

/** A file that arrived at an upload address. */
export interface Upload {
  readonly contentType: string | undefined;
  readonly body: Buffer;
}

/** A part of a component as it was sent: an action, a trigger, a connection. */
export type Definition = Readonly<Record<string, unknown>>;

/** One publishing: what was said about the component, and the files that followed. */
export interface Publication {
  readonly definition: Definition;
  readonly actions: readonly Definition[];
  readonly triggers: readonly Definition[];
  readonly dataSources: readonly Definition[];
  readonly connections: readonly Definition[];
  readonly comment?: string;
  readonly customer?: string;
  /** JSON text with the commit, where one was named. */
  readonly attributes?: string;
  /** By what they are: `package`, `icon`, `source`, or `connection KEY`. */
  readonly uploads: ReadonlyMap<string, Upload>;
}

/** A publication that is complete: its package has arrived. */
export interface Version {
  readonly publication: Publication;
  readonly versionNumber: number;
  /** SHA-1 of the package. */
  readonly signature: string;
}

/** What is wrong with something that was sent, as the platform reports it. */
export interface FieldError {
  readonly field: string;
  readonly messages: readonly string[];
}

/**
 * What has been published, and the answers to GraphQL fields that change or read it. A component
 * counts as published once its package has arrived; its signature is the SHA-1 of the package,
 * which prism compares with what it is about to send.
 */
export class Publications {
  readonly all: Publication[] = [];
  readonly #awaited = new Map<string, (upload: Upload) => void>();
  readonly #url: () => string;
  readonly #report: (line: string) => void;
  #refusal: FieldError | undefined;

  /**
   * @param url where the mock listens, once it does
   * @param report told in one line of everything that was published or asked for
   */
  constructor(url: () => string, report: (line: string) => void) {
    this.#url = url;
    this.#report = report;
  }

  /** Refuses the next publishing. */
  refuseNext(error: FieldError): void {
    this.#refusal = error;
  }

  /** Takes a file at the address with this id; each takes one, once. @returns whether it did */
  take(id: string, upload: Upload): boolean {
    const take = this.#awaited.get(id);
    this.#awaited.delete(id);
    take?.(upload);
    return take !== undefined;
  }

  /** The versions of the component with this key, oldest first. */
  versionsOf(key: string): Version[] {
    return this.all
      .filter(({ definition }) => definition.key === key)
      .flatMap((publication, index) => {
        const body = publication.uploads.get("package")?.body;
        const signature = body && createHash("sha1").update(body).digest("hex");
        return signature ? [{ publication, versionNumber: index + 1, signature }] : [];
      });
  }

  /** The field `components`: the version with this number, or the newest. */
  readonly components = ({ key, public: isPublic = false, versionNumber }: ComponentsArguments) => {
    const newest = this.versionsOf(key)
      .filter(({ publication: { definition } }) => (definition.public ?? false) === isPublic)
      .filter((version) => !versionNumber || version.versionNumber === versionNumber)
      .at(-1);
    // prism asks for code that it has just sent until it is there; that is no news.
    if (!versionNumber)
      this.#report(
        `Asked for the component ${key}: ${newest ? `version ${newest.versionNumber}` : "not published"}.`,
      );
    return { nodes: newest ? [{ id: idOf(key), ...newest }] : [] };
  };

  /** The mutation of this name. */
  readonly publishComponent = ({ input }: { input: Omit<Publication, "uploads"> }) => {
    const refusal = this.#refusal;
    this.#refusal = undefined;
    if (refusal) return { publishResult: null, errors: [refusal] };

    const uploads = new Map<string, Upload>();
    const publication = { ...input, uploads };
    this.all.push(publication);
    const { key } = input.definition as { key: string };
    const versionNumber = this.all.filter(({ definition }) => definition.key === key).length;
    const addressFor = (name: string) => {
      const id = randomUUID();
      this.#awaited.set(id, (upload) => {
        uploads.set(name, upload);
        if (name === "package") this.#report(lineOf(publication, versionNumber));
      });
      return `${this.#url()}/uploads/${id}?signature=${randomUUID()}`;
    };
    const connectionIcons = (icon: string) =>
      input.connections
        .filter((connection) => connection[icon])
        .map(({ key }) => ({
          connectionKey: key,
          iconUploadUrl: addressFor(`connection ${key}`),
        }));
    return {
      publishResult: {
        component: { id: idOf(key), versionNumber },
        packageUploadUrl: addressFor("package"),
        iconUploadUrl: addressFor("icon"),
        sourceUploadUrl: addressFor("source"),
        connectionIconUploadUrls: connectionIcons("iconPath"),
        connectionAvatarIconUploadUrls: connectionIcons("avatarIconPath"),
      },
      errors: [],
    };
  };
}

interface ComponentsArguments {
  readonly key: string;
  readonly public?: boolean;
  readonly versionNumber?: number;
}

const idOf = (key: string) => Buffer.from(`Component:${key}`).toString("base64");

function lineOf(publication: Publication, versionNumber: number): string {
  const { definition, actions, triggers, dataSources, connections, uploads } = publication;
  const { label } = definition.display as { label: string };
  const kilobytes = Math.ceil((uploads.get("package")?.body.length ?? 0) / 1000);
  if (definition.forCodeNativeIntegration) return `Took the code of ${label}, ${kilobytes} KB.`;
  return `Published ${label}, version ${versionNumber}: ${actions.length} actions, ${triggers.length} triggers, ${dataSources.length} data sources, ${connections.length} connections, ${kilobytes} KB.`;
}
