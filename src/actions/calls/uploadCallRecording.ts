import { type ActionLogger, action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { systemTime } from "../../client/time";
import { connectionInput } from "../../inputs/connection";
import type { ValuesOf } from "../../inputs/define";
import { either } from "../../inputs/filled";
import * as operations from "../../operations/calls";
import { findingsOf, refuseCertain } from "../../recordings/check";
import { inspect } from "../../recordings/inspect";
import { addRecording, isVisible, makeCall, waitUntilVisible } from "../../recordings/upload";
import { displayOf, outputFrom } from "../describe";
import { recordingRules, toGivenFile } from "../givenFile";
import { valuesOf } from "../gongAction";
import { type Peeked, peek } from "../peeked";
import { crmRecords, parties, uploadInputs } from "./uploadInputs";

type Values = ValuesOf<typeof uploadInputs>;

const minute = 60_000;
/** The platform ends an execution after 15 minutes; what is left is for the steps around this one. */
const endWithinMs = 13 * minute;
/** Enough for the headers of a recording, cover pictures aside. */
const headBytes = 256 * 1024;

/** Makes a call with its recording, and finds it again when it was made before. */
export const uploadCallRecording = action({
  display: displayOf(
    {
      name: "Upload Call Recording",
      scope: `${operations.createCall.scope} and ${operations.getCall.scope}`,
    },
    "Create a call in Gong with its recording, and optionally wait until Gong shows it. Running it again is safe: it continues with the call that it made.",
  ),
  inputs: { connection: connectionInput, ...uploadInputs },
  performSafety: "notAllowed",
  perform: async (context, { connection, ...given }) => {
    const values = valuesOf(uploadInputs, given);
    const body = bodyOf(values);
    const begun = systemTime.now();
    const signal = AbortSignal.timeout(endWithinMs);
    const client = createClient(connection, context, { signal });
    const recording = await peek(toGivenFile(values, recordingRules), headBytes, signal);
    try {
      const { warnings, ...facts } = await check(recording, values, context.logger);
      const call = await makeCall(client, body);
      const { callId, isNew } = call;
      const isThere = !isNew && (await isVisible(client, callId));
      const isAdded = !isThere && (await addRecording(client, call, recording.file));
      const asked = values.waitUntilVisible ? (values.maxWaitMinutes ?? 10) * minute : 0;
      const waitMs = Math.min(asked, endWithinMs - (systemTime.now() - begun) - minute);
      const visible =
        isThere ||
        (waitMs > 0 &&
          (await waitUntilVisible(client, callId, waitMs, (waitedMs) => {
            const seconds = Math.round(waitedMs / 1000);
            context.logger.info(`Gong: call ${callId} is not visible yet, after ${seconds} s.`);
          })));
      const url = `https://app.gong.io/call?id=${callId}`;
      if (!isAdded && !visible) warnings.push(refusedRecording);
      const data = { callId, url, created: isNew, recordingAdded: isAdded, visible };
      return { data: { ...data, ...facts, warnings, ...wayOn(visible) } as object };
    } finally {
      recording.close();
    }
  },
  outputSchema: outputFrom(
    "callId url created:b recordingAdded:b visible:b format seconds:n warnings:[] next",
  ),
  examplePayload: {
    data: {
      callId: "7782342274025937895",
      url: "https://app.gong.io/call?id=7782342274025937895",
      created: true,
      recordingAdded: true,
      visible: true,
      format: "MP3",
      seconds: 1804.2,
      warnings: [],
    },
  },
});

/** What is sent to make the call. @throws InputError */
function bodyOf(values: Values): Record<string, unknown> {
  const { clientUniqueId, actualStart, direction, primaryUser, title, purpose } = values;
  const { disposition, scheduledStart, scheduledEnd, customData, meetingUrl } = values;
  const { callProviderCode, workspaceId, languageCode } = values;
  const people =
    either(parties.read(values.parties), values.partiesJson, ["Parties", "Parties as JSON"]) ?? [];
  const records = either(crmRecords.read(values.crmRecords), values.crmRecordsJson, [
    "CRM Records",
    "CRM Records as JSON",
  ]);
  const isListed = people.some(({ userId }) => userId === primaryUser);
  return {
    ...{ clientUniqueId, actualStart, direction, primaryUser, title, purpose, disposition },
    ...{ scheduledStart, scheduledEnd, customData, meetingUrl, callProviderCode },
    ...{ workspaceId, languageCode },
    // The host must be one of the parties (G24).
    parties: isListed ? people : [{ userId: primaryUser }, ...people],
    context: records?.map(({ system, objectType, objectId }) => ({
      system,
      objects: [{ objectType, objectId }],
    })),
  };
}

/** What the file tells. @throws InputError for a file that Gong would not keep */
async function check(
  recording: Peeked,
  { checkRecording, fileUrl }: Values,
  logger: Pick<ActionLogger, "warn">,
) {
  const { format, seconds, ...more } = await inspect(recording);
  const findings = findingsOf({ format, seconds, ...more } as Parameters<typeof findingsOf>[0]);
  const label = fileUrl ? "File URL" : "File";
  if (checkRecording !== "warn") refuseCertain(findings, label);
  const warnings = findings.map(({ problem }) => `The recording ${problem}.`);
  for (const warning of warnings) logger.warn(warning);
  return { format, seconds, warnings };
}

/** Gong answers the same, whichever call has the recording (G26). */
const refusedRecording =
  "Gong already has this recording. If this call never appears, another call has it, and this call needs a different file.";

function wayOn(visible: boolean) {
  if (visible) return {};
  return {
    next: "Gong shows the call a few minutes after it gets the recording, or never if it drops it. Run Get Call later with this ID, or run this step again with the same Client Unique Id.",
  };
}
