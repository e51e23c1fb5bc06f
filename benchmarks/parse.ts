import { parseJson } from "../src/text/json";
import { type Figure, median } from "./support/measure";

const rounds = 101;

/** Reading an answer of 5 MB with IDs kept whole, against plain JSON.parse. */
export default async function parse(): Promise<Figure[]> {
  const without = answer(5 * 1024 ** 2, false);
  const withOne = answer(5 * 1024 ** 2, true);
  const plain: number[] = [];
  const ours: number[] = [];
  const slow: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // In turns, so that each meets as much of the other's garbage.
    const both = [
      () => plain.push(time(() => JSON.parse(without.toString()))),
      () => ours.push(time(() => parseJson(without))),
    ];
    for (const one of round % 2 === 0 ? both : both.reverse()) one();
    if (round < 5) slow.push(time(() => parseJson(withOne)));
  }
  const [ofPlain, ofOurs] = [median(plain), median(ours)];
  return [
    {
      name: "parsing 5 MB without a long number, over JSON.parse",
      value: ofOurs / ofPlain,
      target: 1.1,
      unit: "×",
      detail: `${ofOurs.toFixed(1)} ms over ${ofPlain.toFixed(1)} ms, medians of ${rounds}; with one long number ${median(slow).toFixed(0)} ms`,
    },
  ];
}

/** Calls as Gong lists them, up to a size, as bytes as they arrive. */
function answer(bytes: number, longNumber: boolean): Buffer {
  const calls: object[] = [];
  let length = 0;
  while (length < bytes) {
    const call = {
      id: String(7782342274025937895n + BigInt(calls.length)),
      url: "https://app.gong.io/call?id=7782342274025937895",
      title: `Pricing review with Northmoor, "part ${calls.length}"`,
      started: "2026-03-01T09:00:12.482-07:00",
      duration: 1804 + calls.length,
      primaryUserId: "234599484848423",
      isPrivate: false,
      customData: null,
    };
    calls.push(call);
    length += JSON.stringify(call).length + 1;
  }
  const text = JSON.stringify({ requestId: "4al018gzaztcr8nbukw", calls });
  return Buffer.from(
    longNumber ? text.replace('"duration":1804', '"duration":7782342274025937895') : text,
  );
}

function time(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}
