import { randomUUID } from "node:crypto";
import { type ActionLogger, action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { isGongError } from "../../client/errors";
import { openRemoteFile, RemoteFileError } from "../../client/remoteFile";
import type { GongClient } from "../../client/types";
import { fieldsOf, type ObjectFields, type ObjectType } from "../../crm/fields";
import { readFile, readList, type SourceRecords } from "../../crm/readRecords";
import { type Progress, uploadRecords } from "../../crm/uploadRecords";
import { connectionInput } from "../../inputs/connection";
import type { ValuesOf } from "../../inputs/define";
import { InputError } from "../../inputs/InputError";
import * as operations from "../../operations/crm";
import { displayOf, outputFrom } from "../describe";
import { valuesOf } from "../gongAction";
import { schemaTypes } from "./inputs";
import { recordsInputs } from "./recordsInputs";

type Values = ValuesOf<typeof recordsInputs>;

const minute = 60_000;
/** The platform ends an execution after 15 minutes; what is left is for the steps around this one. */
const withinMs = 11 * minute;
const endWithinMs = 12 * minute;
/** Far more than any export; only endless streams are cut off. */
const maxFileBytes = 100 * 1024 ** 3;

/** Uploads any number of records, and returns those that Gong rejected. */
export const uploadCrmRecords = action({
  display: displayOf(
    {
      name: "Upload CRM Records",
      scope: `${operations.uploadCrmObjects.scope} and ${operations.listCrmSchemaFields.scope}`,
    },
    "Upload CRM records from a step or file, wait until Gong has processed them, and get the rejected ones back. Values are checked and converted to their fields' types first. Gong names at most 20 rejected records per file of 2 MB. The step ends after 12 minutes and returns where to resume.",
  ),
  inputs: { connection: connectionInput, ...recordsInputs },
  performSafety: "notAllowed",
  perform: async (context, { connection, ...given }) => {
    const values = valuesOf(recordsInputs, given);
    checkSource(values);
    const signal = AbortSignal.timeout(endWithinMs);
    const client = createClient(connection, context, { signal });
    const uploadId = values.uploadId ?? randomUUID();
    const { integrationId, objectType, firstRecord = 1, pending = [] } = values;
    let reached: Progress | undefined;
    try {
      const fields = await readFields(client, integrationId, objectType, context.logger);
      const report = await uploadRecords(client, {
        ...{ integrationId, objectType, fields, uploadId, firstRecord, pending, signal },
        ...{ withinMs, source: sourceOf(values, fields, signal) },
        onProgress: (progress) => {
          reached = progress;
          const { recordsSent, uploadsDone, uploadsPending } = progress;
          context.logger.info(
            `Gong: ${recordsSent} CRM records sent, ${uploadsDone} uploads done, ${uploadsPending} pending.`,
          );
        },
      });
      return { data: report as object };
    } catch (error) {
      throw reached ? withWayOn(error, uploadId, reached) : error;
    }
  },
  outputSchema: outputFrom(
    "uploadId complete:b recordsSent:n recordsAccepted:n recordsRejected:n errors:[RecordError] uploads:[CrmUpload] pending:[] nextRecord:n",
  ),
  examplePayload: {
    data: {
      uploadId: "accounts-2026-03-01",
      complete: true,
      recordsSent: 41,
      recordsAccepted: 41,
      recordsRejected: 1,
      errors: [
        {
          number: 17,
          description: "modifiedDate is missing.",
          record: { objectId: "0013601230sV7grAAD", name: "Eastgate" },
          wasSent: false,
        },
      ],
      uploads: [
        {
          clientRequestId: "accounts-2026-03-01-8c1f0e2a9b3d4c5e",
          status: "DONE",
          records: 41,
          totalErrorCount: 0,
          totalSuccessCount: 41,
        },
      ],
      pending: [],
    },
  },
});

/** @throws InputError unless there is one source */
function checkSource({ records, fileInput, fileUrl }: Values): void {
  const given = [records && "Records", fileInput && "File", fileUrl && "File URL"].filter(Boolean);
  const [first, second] = given;
  if (second) throw new InputError(second, `must be blank when ${first} is given`);
  if (!first) {
    throw new InputError(
      "Records",
      ", File, or File URL is required",
      recordsInputs.records.example,
    );
  }
}

async function* sourceOf(
  { records, fileInput, fileUrl }: Values,
  { required }: ObjectFields,
  signal: AbortSignal,
): SourceRecords {
  if (records) yield* readList(records);
  else if (fileInput) yield* readFile(fileInput.data, { label: "File", required });
  else if (fileUrl) {
    const label = "File URL";
    const rules = { label, maxBytes: maxFileBytes, allowsText: true, signal };
    const { stream } = await openRemoteFile(fileUrl, rules);
    yield* readFile(stream, { label, required });
  }
}

/** The fields of the object type; Gong's own where the connection may not read the schema. */
async function readFields(
  client: GongClient,
  integrationId: string,
  objectType: ObjectType,
  logger: Pick<ActionLogger, "warn">,
): Promise<ObjectFields> {
  if (!schemaTypes.some((type) => type === objectType)) return fieldsOf(objectType);
  try {
    const query = { integrationId, objectType };
    const answer = await client.call(operations.listCrmSchemaFields, { query });
    return fieldsOf(objectType, answer.objectTypeToSelectedFields?.[objectType] ?? []);
  } catch (error) {
    if (!isGongError(error) || error.code !== "missing_scope") throw error;
    logger.warn(
      "The connection may not read the CRM schema, so only Gong's built-in fields are checked.",
    );
    return fieldsOf(objectType);
  }
}

/** Says how to take up a run that failed on the way. */
function withWayOn(error: unknown, uploadId: string, { recordsSent, nextRecord }: Progress) {
  const advice = `Records sent before it failed: ${recordsSent}. To resume, run the step again with the Upload Id ${uploadId} and the First Record ${nextRecord}. Nothing is uploaded twice.`;
  if (isGongError(error)) {
    return error.with({ hint: `${error.hint} ${advice}` });
  }
  if (error instanceof RemoteFileError) return new RemoteFileError(`${error.message} ${advice}`);
  if (!(error instanceof InputError)) return error;
  return new InputError(error.input, `${error.problem}. ${advice.replace(/\.$/, "")}`);
}
