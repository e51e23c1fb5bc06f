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

/** What is wrong with a component, as the platform reports it. */
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
  #refusal: FieldError | undefined;

  /** @param url where the stand-in listens, once it does */
  constructor(url: () => string) {
    this.#url = url;
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

  /** The newest version with this key, as the field `components` lists it. */
  readonly components = ({ key, public: isPublic = false }: { key: string; public?: boolean }) => ({
    nodes: this.all
      .flatMap(({ definition, uploads }, index) => {
        const body = uploads.get("package")?.body;
        if (!body || definition.key !== key || definition.public !== isPublic) return [];
        const signature = createHash("sha1").update(body).digest("hex");
        return [{ id: componentId, versionNumber: index + 1, signature }];
      })
      .slice(-1),
  });

  /** The mutation of this name. */
  readonly publishComponent = ({ input }: { input: Omit<Publication, "uploads"> }) => {
    const refusal = this.#refusal;
    this.#refusal = undefined;
    if (refusal) return { publishResult: null, errors: [refusal] };

    const uploads = new Map<string, Upload>();
    this.all.push({ ...input, uploads });
    const addressFor = (name: string) => {
      const id = randomUUID();
      this.#awaited.set(id, (upload) => uploads.set(name, upload));
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
        component: { id: componentId, versionNumber: this.all.length },
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

const componentId = "Q29tcG9uZW50OjE=";
