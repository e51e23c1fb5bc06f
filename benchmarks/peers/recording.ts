import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";

/** Serves a recording of so many bytes, made as it is read. */
const size = Number(process.argv[2]);
const block = Buffer.alloc(64 * 1024, 7);

function* bytes(): Generator<Buffer> {
  for (let left = size; left > 0; left -= block.length) {
    yield left >= block.length ? block : block.subarray(0, left);
  }
}

const server = createServer((_, response) => {
  response.writeHead(200, { "content-length": size, "content-type": "audio/wav" });
  Readable.from(bytes()).pipe(response);
});
server.listen(0, "127.0.0.1", () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/call.wav` });
});
process.once("disconnect", () => process.exit(0));
