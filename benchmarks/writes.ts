import type { GongReady } from "./peers/gong";
import { connect, newCall } from "./support/component";
import { type Figure, startPeer } from "./support/measure";

const writes = 30;
const handshakeMs = 150;

/** Writes, each on a connection of its own, whose TLS handshake takes long. */
export default async function slowWrites(): Promise<Figure[]> {
  // The certificate of this benchmark's own server has no issuer.
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
  const gong = await startPeer<GongReady>("peers/gong.ts", [
    JSON.stringify({ requestsPerSecond: 3 }),
  ]);
  const slow = await startPeer<{ url: string }>("peers/slowTls.ts", [
    gong.ready.url,
    String(handshakeMs),
  ]);
  const ready = { ...gong.ready, url: slow.ready.url };
  const execution = connect(ready, 3);
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: writes }, (_, index) => newCall(execution, ready, `write-${index}`)),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const { refused } = await gong.ask<{ refused: number }>("refused");
  gong.stop();
  slow.stop();
  const perSecond = (writes - 1) / (seconds - handshakeMs / 1000);
  return [
    {
      name: `time of ${writes} writes with a TLS handshake of ${handshakeMs} ms, over that at 3 a second`,
      value: 3 / perSecond,
      target: 1.05,
      unit: "×",
      detail: `${perSecond.toFixed(2)} a second, ${refused} refused`,
    },
  ];
}
