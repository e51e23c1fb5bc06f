import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { FastifyInstance } from "fastify";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
};

/** Serves the built page from memory: these files and no others. */
export function servePage(app: FastifyInstance, folder: string): void {
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const type = types[path.extname(file)];
    if (!type) continue;
    const bytes = readFileSync(path.join(folder, file));
    const url = file === "index.html" ? "/" : `/${file.split(path.sep).join("/")}`;
    // Names of built files carry a hash of what is in them.
    const cacheControl = file === "index.html" ? "no-store" : "max-age=31536000, immutable";
    app.get(url, (_request, reply) =>
      reply.type(type).header("cache-control", cacheControl).send(bytes),
    );
  }
}
