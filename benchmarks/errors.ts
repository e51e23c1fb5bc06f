import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "./support/component";
import { type Figure, median } from "./support/measure";

const rounds = 15;

/** Reading an error's body of 1 MB and taking people and secrets out of it. */
export default async function errors(): Promise<Figure[]> {
  const words = (index: number) => `Row ${index}: mia.holt${index}@northmoor.example is no user`;
  let body = "";
  for (let index = 0, rows: string[] = []; body.length < 1024 ** 2; index += 500) {
    for (let row = index; row < index + 500; row += 1) rows.push(words(row));
    body = JSON.stringify({ requestId: "4al018gzaztcr8nbukw", errors: rows });
  }
  const server = createServer((_, response) => response.writeHead(400).end(body));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const keys = { accessKey: "access-key", accessKeySecret: "access-key-secret" };
  const { run } = connect({ url, ...keys, userId: "1" }, 1000);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    const message = await run("getUser", { userId: "1" }).then(
      () => "",
      (error: Error) => error.message,
    );
    times.push(performance.now() - startedAt);
    if (!message.includes("[email address]")) throw new Error("The error was not read.");
  }
  server.closeAllConnections();
  server.close();
  return [
    {
      name: "a call that is answered by an error of 1 MB",
      value: median(times),
      target: 100,
      unit: " ms",
      detail: `median of ${rounds}, its transfer included`,
    },
  ];
}
