import type { UploadFile } from "./cutFiles";
import { type RequestStatus, UploadReport } from "./uploadReport";

/** A file of the fifth and the seventh record of a source. */
const file: UploadFile = {
  content: Buffer.from('{"objectId":"e"}\n{"objectId":"g"}\n'),
  memory: Buffer.alloc(0),
  numbers: [5, 7],
  ids: new Set(),
  next: 8,
};
const untold = "Gong does not say what is wrong with it.";

it.each<[string, UploadFile | undefined, RequestStatus, counts: number[], errors: object[]]>([
  [
    "a record, which is shown beside its error",
    file,
    { status: "FAILED", errors: [{ line: 2, description: "x" }], totalErrorCount: 21 },
    [2, 0, 21],
    [{ number: 7, description: "x", record: { objectId: "g" }, wasSent: true }],
  ],
  [
    "the whole file, of which each record counts",
    file,
    { status: "FAILED", errors: [{ line: 0 }], totalErrorCount: 1, totalSuccessCount: 0 },
    [2, 0, 2],
    [{ number: 0, description: untold, wasSent: true }],
  ],
  ["what it does not count", file, { status: "FAILED", errors: [{ line: 1 }] }, [2, 0, 1], [{}]],
  ["nothing", file, { status: "DONE", errors: null }, [2, 2, 0], []],
  [
    "an upload of an earlier run, whose records are not known",
    undefined,
    { status: "FAILED", errors: [{ line: 1 }], totalErrorCount: 1, totalSuccessCount: 4 },
    [5, 4, 1],
    [{ number: 0, description: untold, wasSent: true }],
  ],
])("counts what Gong says of %s", (_, of, status, [records, accepted, rejected], errors) => {
  const report = new UploadReport();
  report.finish("a-1", of, status);
  const answer = report.toAnswer("a", [], true);
  expect(answer).toMatchObject({ recordsAccepted: accepted, recordsRejected: rejected, errors });
  expect(answer.uploads).toMatchObject([
    { records, totalSuccessCount: accepted, totalErrorCount: rejected },
  ]);
});

it("keeps the first 1,000 errors in the order of the records, and counts the others", () => {
  const report = new UploadReport();
  for (let number = 1_001; number > 0; number -= 1) report.leaveOut({ number, description: "x" });
  const { recordsRejected, errors } = report.toAnswer("a", [], true);
  expect(recordsRejected).toBe(1_001);
  expect(errors.map(({ number }) => number)).toEqual(
    Array.from({ length: 1_000 }, (_, i) => i + 2),
  );
});

it("leaves out what the next run reads again, but nothing that was sent", () => {
  const report = new UploadReport();
  report.next = 4;
  for (const number of [2, 6]) report.leaveOut({ number, description: "x" });
  report.finish("a-1", file, { status: "FAILED", errors: [{ line: 1 }], totalErrorCount: 1 });
  expect(report.toAnswer("a", ["a-2"], false)).toMatchObject({
    ...{ complete: false, nextRecord: 4, recordsRejected: 2 },
    errors: [{ number: 2 }, { number: 5 }],
  });
});
