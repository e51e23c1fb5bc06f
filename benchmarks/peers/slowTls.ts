import { type AddressInfo, connect, createServer } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { generate } from "selfsigned";

/** Puts TLS before a server, and a wait before each handshake. */
async function main(): Promise<void> {
  const [url = "", handshakeMs = "0"] = process.argv.slice(2);
  const { port } = new URL(url);
  const { cert, private: key } = await generate([{ name: "commonName", value: "127.0.0.1" }], {
    keyType: "ec",
  });
  const tls = createTlsServer({ cert, key }, (socket) => {
    const plain = connect(Number(port), "127.0.0.1");
    socket.pipe(plain).pipe(socket);
    socket.on("error", () => plain.destroy());
    plain.on("error", () => socket.destroy());
  });
  const server = createServer((socket) => {
    socket.on("error", () => {});
    setTimeout(() => tls.emit("connection", socket), Number(handshakeMs));
  });
  server.listen(0, "127.0.0.1", () => {
    process.send?.({ url: `https://127.0.0.1:${(server.address() as AddressInfo).port}` });
  });
  process.once("disconnect", () => process.exit(0));
}

void main();
