import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";

/** Serves so many CRM records of some 250 bytes as JSON lines, made as they are read. */
const count = Number(process.argv[2]);
const note = "x".repeat(110);

function* lines(): Generator<string> {
  for (let first = 0; first < count; first += 200) {
    let text = "";
    for (let id = first; id < Math.min(first + 200, count); id += 1) {
      const objectId = `account-${String(id).padStart(8, "0")}`;
      text += `{"objectId":"${objectId}","modifiedDate":"2026-03-01T09:00:00Z","name":"Account ${id}","domains":["a${id}.example"],"industry":"${note}"}\n`;
    }
    yield text;
  }
}

const server = createServer((_, response) => {
  response.writeHead(200, { "content-type": "application/x-ndjson" });
  Readable.from(lines(), { objectMode: false }).pipe(response);
});
server.listen(0, "127.0.0.1", () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.ldjson` });
});
process.once("disconnect", () => process.exit(0));
