import fc from "fast-check";
import { account, accountInputs, useCrm } from "../../tests/support/crm";
import { randomly, seed } from "../../tests/support/random";
import { createClient } from "../client/createClient";
import { fieldsOf } from "./fields";
import { readList } from "./readRecords";
import { uploadRecords } from "./uploadRecords";

const minute = 60_000;
const accountFields = {
  ...accountInputs,
  objectType: "ACCOUNT",
  fields: fieldsOf("ACCOUNT"),
} as const;
const crm = useCrm();
const { namesOf, uploads } = crm;

describe("When the time is over", () => {
  const records = Array.from({ length: 12 }, (_, index) =>
    account((index % 4) + 1, { name: `${index}` }),
  );
  /** One run over these records, each in a file of its own, for so many minutes. */
  const run = (minutes: number, firstRecord = 1, pending: readonly string[] = []) =>
    uploadRecords(createClient(crm.gong.connection), {
      ...accountFields,
      ...{ source: readList(records), firstRecord, pending, onProgress: () => {} },
      limits: { maxBytes: 1, maxHeld: 1 },
      withinMs: minutes * minute,
    });

  it("goes on in later runs from where it was, until all is there once", async () => {
    let report = await run(0.1);
    let runs = 1;
    const done = [...report.uploads];
    expect(report).toMatchObject({ complete: false, pending: expect.any(Array) });
    while (!report.complete) {
      report = await run(0.1, report.nextRecord ?? records.length + 1, report.pending);
      done.push(...report.uploads);
      runs += 1;
    }
    expect(runs).toBeGreaterThan(2);
    expect(uploads().map(({ status }) => status)).toEqual(records.map(() => 201));
    expect(new Set(done.map(({ clientRequestId }) => clientRequestId)).size).toBe(12);
    expect(await namesOf(1, 2, 3, 4)).toEqual(["8", "9", "10", "11"]);
  });

  it("begins no file in the last fifth of the time, so that what was sent can be followed", async () => {
    // Each update of a record waits for the one before, 7 s.
    expect(await run(0.25)).toMatchObject({ complete: false, recordsSent: 6, nextRecord: 7 });
  });

  it("never sends an update while an earlier one of its record is pending", async () => {
    const report = await run(0.01);
    expect(report).toMatchObject({ recordsSent: 3, nextRecord: 4 });
    expect(report.pending).toHaveLength(3);
    const { nextRecord } = await run(0, report.nextRecord, report.pending);
    expect(nextRecord).toBe(4);
    // What is in uploads of an earlier run is not known, so they come first.
    crm.gong.sandbox.clearRequests();
    await run(5, report.nextRecord, report.pending.slice(0, 1));
    expect(crm.gong.sandbox.requests[0]?.method).toBe("GET");
  });
});

describe(`Interrupted at any step and run again (seed ${seed}),`, () => {
  const fault = fc.constantFrom(
    { kind: "status", status: 503 } as const,
    ...(["before", "during", "afterExecuting"] as const).map(
      (when) => ({ kind: "cut", when }) as const,
    ),
  );

  it("nothing is uploaded twice, nothing is missing, and updates keep their order", async () => {
    const ids = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 15 });
    // Five in a row are more than a request is repeated for, so that the run fails there.
    const step = fc.record({ fault, times: fc.integer({ min: 0, max: 6 }), skip: fc.nat(8) });
    let round = 0;
    const check = async (
      given: number[],
      steps: { fault: object; times: number; skip: number }[],
    ) => {
      round += 1;
      const records = given.map((id, index) =>
        account(id, { objectId: `r${round}-${id}`, name: `${index}` }),
      );
      crm.gong.sandbox.clearRequests();
      const upload = async () =>
        uploadRecords(createClient(crm.gong.connection), {
          ...accountFields,
          ...{ source: readList(records), firstRecord: 1, pending: [], onProgress: () => {} },
          uploadId: `round-${round}`,
          limits: { maxBytes: 250, maxHeld: 3 },
          withinMs: 12 * minute,
        });
      for (const { fault: one, times, skip } of steps) {
        crm.gong.sandbox.faults.clear();
        const path = "/v2/crm";
        if (skip > 0)
          crm.gong.sandbox.faults.next({ kind: "delay", milliseconds: 0, times: skip, path });
        if (times > 0) crm.gong.sandbox.faults.next({ ...one, times, path } as never);
        await upload().catch((error: Error) => expect(error.name).toBe("GongError"));
      }
      crm.gong.sandbox.faults.clear();
      const report = await upload();
      expect(report).toMatchObject({
        complete: true,
        recordsSent: given.length,
        recordsRejected: 0,
      });
      expect(report.recordsAccepted).toBe(given.length);
      // What was carried out counts, also where the answer was lost.
      const last = new Map(records.map(({ objectId, ...record }) => [objectId, record]));
      const objectIds = [...last.keys()];
      const { data } = await crm.gong.run("getCrmObjects", { ...accountInputs, objectIds });
      for (const id of objectIds) expect(data.crmObjectsMap[id]).toMatchObject(last.get(id) ?? {});
      const carriedOut = uploads().filter(({ status }) => status === 201);
      expect(carriedOut.length).toBeLessThanOrEqual(report.uploads.length);
    };
    await fc.assert(fc.asyncProperty(ids, fc.array(step, { maxLength: 4 }), check), randomly(40));
  });
});
