import fastify from "fastify";
import { graphql } from "graphql";
import { Integrations } from "./integrations";
import { type Publication, Publications } from "./publications";
import { schema } from "./schema";
import { type SignIn, startSignIn } from "./signIn";

export type { Definition, Publication } from "./publications";

/** A mock of the platform on this machine, as far as prism sees it when it publishes and imports. */
export interface Platform {
  readonly url: string;
  readonly signIn: SignIn;
  /** Settings under which prism talks to it, signed in by an access token. */
  readonly environment: Readonly<Record<string, string>>;
  readonly publications: readonly Publication[];
  /** Names of the GraphQL operations that were asked for, in order. */
  readonly operations: readonly string[];
  refuseNext: Publications["refuseNext"];
  stop(): Promise<void>;
}

const publisher = {
  id: "VXNlcjox",
  name: "Petra Publisher",
  email: "petra@example.com",
  tenantId: "tenant",
  org: { id: "T3JnOjE=", name: "Harbour Integrations" },
  customer: null,
};

/** How one is started. */
export interface PlatformOptions {
  /** Port on 127.0.0.1, by default a free one. */
  readonly port?: number;
  /** Told in one line of everything that arrives. */
  readonly report?: (line: string) => void;
}

/**
 * Starts one on 127.0.0.1.
 *
 * @throws Error when the port is taken
 */
export async function startPlatform({
  port = 0,
  report = () => {},
}: PlatformOptions = {}): Promise<Platform> {
  const signIn = await startSignIn();
  const operations: string[] = [];
  const publications = new Publications(() => url, report);
  const { importIntegration, validateIntegrationSchema } = new Integrations(publications, report);
  const rootValue = {
    authenticatedUser: publisher,
    components: publications.components,
    publishComponent: publications.publishComponent,
    importIntegration,
    validateIntegrationSchema,
  };
  const server = fastify({ bodyLimit: 50_000_000, forceCloseConnections: true });
  server.addContentTypeParser("*", { parseAs: "buffer" }, (_, body, done) => done(null, body));

  server.get("/auth/meta", async () => ({
    domain: signIn.domain,
    clientId: "client",
    audience: "https://prismatic.example",
  }));

  server.post<{ Body: { query: string; variables?: Record<string, unknown> } }>(
    "/api",
    async ({ headers, body }, reply) => {
      // prism goes by the status 401 and prints the messages as they come.
      const objection = signIn.objectionTo(headers.authorization);
      if (objection) {
        report("Refused a token: it is not this mock's, or has expired.");
        return reply.status(401).send({ errors: [{ message: objection }] });
      }
      const { query: source, variables: variableValues } = body;
      operations.push(/\b(?:query|mutation) (\w+)/.exec(source)?.[1] ?? "");
      return await graphql({ schema, source, variableValues, rootValue });
    },
  );

  server.put<{ Params: { id: string } }>(
    "/uploads/:id",
    async ({ params, headers, body }, reply) => {
      const upload = { contentType: headers["content-type"], body: body as Buffer };
      if (!publications.take(params.id, upload)) return reply.status(403).send("Access denied");
      return "";
    },
  );

  const url = await server.listen({ host: "127.0.0.1", port }).catch(async (error: unknown) => {
    await signIn.stop();
    throw error;
  });
  return {
    url,
    signIn,
    environment: { PRISMATIC_URL: url, PRISM_ACCESS_TOKEN: signIn.accessToken },
    publications: publications.all,
    operations,
    refuseNext: (error) => publications.refuseNext(error),
    stop: async () => {
      await signIn.stop();
      await server.close();
    },
  };
}
