import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { connectionInput } from "../../inputs/connection";
import type { ValuesOf } from "../../inputs/define";
import { InputError } from "../../inputs/InputError";
import * as operations from "../../operations/calls";
import { answerOf, displayOf } from "../describe";
import { valuesOf } from "../gongAction";
import { newCallInputs } from "./inputs";
import { mediaUrlMark } from "./mediaUrlMark";

/** Makes a call that a recording is then added to, or fetched for by Gong. */
export const createNewCall = action({
  display: displayOf(
    operations.createCall,
    "Create a call from another system's recording. Either give a Download Media URL, or follow with Add Call Media: a call without a recording never shows up in Gong.",
  ),
  inputs: { connection: connectionInput, ...newCallInputs },
  performSafety: "notAllowed",
  perform: async (context, { connection, ...given }) => {
    const { contextParam, ...call } = valuesOf(newCallInputs, given);
    checkParties(call);
    const body = { ...call, context: contextParam };
    const data = await createClient(connection, context).call(operations.createCall, { body });
    return call.downloadMediaUrl && data.callId
      ? { data, executionState: { ...context.executionState, ...mediaUrlMark(data.callId) } }
      : { data };
  },
  ...answerOf(operations.createCall),
});

/**
 * Checks what no single input can: the primary user is on the call, and parties have the names that
 * a timeline uses (G24).
 *
 * @throws InputError
 */
function checkParties({
  parties,
  primaryUser,
  speakersTimeline,
}: Pick<ValuesOf<typeof newCallInputs>, "parties" | "primaryUser" | "speakersTimeline">): void {
  const { label, example } = newCallInputs.parties;
  // A party given by email or phone may be the primary user; only Gong can tell.
  const mayBePrimary = parties.some(({ userId, emailAddress, phoneNumber }) =>
    userId ? String(userId).trim() === primaryUser : emailAddress || phoneNumber,
  );
  if (!mayBePrimary) {
    const right = `[{"userId": "${primaryUser}"}, …]`;
    throw new InputError(label, "must have a party for the Primary User", right);
  }
  const nameless = parties.findIndex(({ partyId }) => (partyId ?? "") === "");
  if (speakersTimeline?.speechSegments?.length && nameless >= 0) {
    const problem = "needs partyId when Speakers Timeline is given";
    throw new InputError(label, problem, example, `[${nameless}]`);
  }
}
