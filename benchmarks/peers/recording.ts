import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";

/** Serves a recording of so many bytes, made as it is read; a number after `?` makes it another. */
const size = Number(process.argv[2]);

function* bytes(which: number): Generator<Buffer> {
  const block = Buffer.alloc(64 * 1024, which);
  for (let left = size; left > 0; left -= block.length) {
    yield left >= block.length ? block : block.subarray(0, left);
  }
}

const server = createServer(({ url }, response) => {
  response.writeHead(200, { "content-length": size, "content-type": "audio/wav" });
  Readable.from(bytes(Number(url?.split("?")[1] ?? 7))).pipe(response);
});
server.listen(0, "127.0.0.1", () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/call.wav` });
});
process.once("disconnect", () => process.exit(0));
