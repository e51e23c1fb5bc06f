import type { FastifyInstance } from "fastify";
import type { FromSchema } from "json-schema-to-ts";
import type { Call, Party, User } from "../company/types";
import { badRequest, callNotFound, GongError } from "../errors";
import { addCallBody } from "../schemas/calls";
import { idParams, noQuery } from "../schemas/json-schema";
import type { SandboxState } from "../state";
import { parseInstant, second } from "../time";
import { MediaSink, onlyFile, type Upload } from "../upload";
import { answer, typed } from "./api";
import { callUrl } from "./calls";

type NewCall = FromSchema<typeof addCallBody>;

/** Shorter recordings are dropped without a word (G27). */
const shortestSeconds = 60;

/** The length of a recording that neither its bytes nor its call tell. */
const guessedSeconds = 300;

/** `POST /v2/calls` and `PUT /v2/calls/{id}/media`. */
export function registerUploads(app: FastifyInstance, state: SandboxState): void {
  typed(app).post(
    "/v2/calls",
    {
      schema: { body: addCallBody, querystring: noQuery },
      config: { scope: "api:calls:create" },
    },
    async ({ body }) => {
      const call = addCall(state, body);
      return answer(state, { callId: call.id });
    },
  );

  typed(app).put(
    "/v2/calls/:id/media",
    {
      schema: { params: idParams, querystring: noQuery },
      config: {
        scope: "api:calls:create",
        takesUpload: () => new MediaSink(state.settings.maxMediaBytes),
      },
    },
    async ({ params: { id }, upload }, reply) => {
      addMedia(state, id, upload);
      reply.code(201);
      return answer(state, { callId: id, url: callUrl(id) });
    },
  );
}

function addCall(state: SandboxState, body: NewCall): Call {
  const { company, uploads } = state;
  const host = company.users.find(({ id, avatar }) => id === body.primaryUser && !avatar);
  if (!host) throw badRequest("primaryUser", `user ${body.primaryUser} was not found`);
  checkParties(body, host);
  if (body.workspaceId && !company.workspaces.some(({ id }) => id === body.workspaceId)) {
    throw badRequest("workspaceId", `workspace ${body.workspaceId} was not found`);
  }
  const holder = uploads.spentIds.get(body.clientUniqueId);
  if (holder !== undefined) {
    // The id is spent for ever, also for a call that was dropped later (G25).
    throw new GongError(
      400,
      `A call with clientUniqueId '${body.clientUniqueId}' has already been posted for the call ${holder}`,
    );
  }
  if (!importsCalls(host)) {
    throw new GongError(409, `Recording or import of calls is not enabled for user ${host.id}`); // G28
  }
  const call = createCall(state, body, host);
  uploads.spentIds.set(body.clientUniqueId, call.id);
  company.calls.push(call);
  // Gong fetches the URL by itself; the sandbox only acts as if it had.
  if (call.mediaSource === "url") startProcessing(state, call, body.duration);
  return call;
}

/** The primary user is a party, and the speakers of the timeline are parties too (G24). */
function checkParties({ parties, primaryUser, speakersTimeline }: NewCall, host: User): void {
  const addresses = [host.emailAddress, ...host.emailAliases];
  const isHost = ({ userId, emailAddress }: NewCall["parties"][number]) =>
    userId === primaryUser ||
    (userId === undefined && emailAddress !== undefined && addresses.includes(emailAddress));
  if (!parties.some(isHost))
    throw badRequest("parties", "a party must be provided for the primaryUser");
  if (!speakersTimeline) return;

  const known = new Set(parties.map(({ partyId }) => partyId));
  if (known.has(undefined)) {
    throw badRequest("parties.partyId", "is required when speakersTimeline is provided");
  }
  for (const { partyIds, fromTime, toTime } of speakersTimeline.speechSegments ?? []) {
    const stranger = partyIds.find((partyId) => !known.has(partyId));
    if (stranger !== undefined) {
      throw badRequest("speakersTimeline", `partyId ${stranger} has no correlating party`);
    }
    if (toTime < fromTime)
      throw badRequest("speakersTimeline", "toTime must not be before fromTime");
  }
}

function importsCalls({ active, settings }: User): boolean {
  return active && settings.telephonyCallsImported;
}

function createCall(state: SandboxState, body: NewCall, host: User): Call {
  const { random, company } = state;
  const parties = body.parties.map((party) => createParty(state, party));
  const external = parties.some(({ affiliation }) => affiliation !== "Internal");
  return {
    id: random.id(),
    title:
      body.title ?? `Call with ${parties.find(({ userId }) => !userId)?.name ?? host.firstName}`,
    started: body.actualStart,
    startedAt: parseInstant(body.actualStart) ?? state.clock.now(),
    scheduled: body.scheduledStart ?? null,
    visibleAt: null,
    duration: body.duration ?? 0,
    primaryUserId: host.id,
    direction: body.direction,
    system: body.callProviderCode ?? "Gong API",
    scope: external ? "External" : "Internal",
    media: "Audio",
    language: "eng",
    // Without a workspace, Gong's own rule for placing calls decides: here the first one.
    workspaceId: body.workspaceId ?? company.workspaces[0]?.id ?? "",
    sdrDisposition: body.disposition ?? null,
    clientUniqueId: body.clientUniqueId,
    customData: body.customData ?? null,
    purpose: body.purpose ?? null,
    meetingUrl: body.meetingUrl ?? null,
    isPrivate: false,
    calendarEventId: null,
    parties,
    topic: random.pick(["discovery", "pricing", "onboarding", "renewal", "support"] as const),
    comments: [],
    mediaSource: body.downloadMediaUrl === undefined ? "none" : "url",
  };
}

function createParty(state: SandboxState, given: NewCall["parties"][number]): Party {
  const { users, contacts } = state.company;
  const user = users.find(({ id, emailAddress }) =>
    given.userId === undefined ? emailAddress === given.emailAddress : id === given.userId,
  );
  const contact = contacts.find(({ emailAddress }) => emailAddress === given.emailAddress);
  const userName = user && `${user.firstName} ${user.lastName}`;
  return {
    id: state.random.id(18),
    emailAddress: given.emailAddress ?? user?.emailAddress ?? null,
    name: given.name ?? userName ?? null,
    title: user?.title ?? contact?.title ?? null,
    userId: user?.id ?? null,
    speakerId: state.random.id(),
    affiliation: user ? "Internal" : "External",
    phoneNumber: given.phoneNumber ?? null,
    methods: ["Attendee"],
    ...(contact && { contact }),
  };
}

function addMedia(state: SandboxState, callId: string, upload: Upload | null): void {
  const file = onlyFile(upload, "mediaFile");
  const { sink } = file;
  if (!(sink instanceof MediaSink)) throw new GongError(415, "Unsupported media type");
  const call = state.company.calls.find(({ id }) => id === callId);
  if (!call) throw callNotFound(callId);
  // Media comes by URL or by upload, never both (G26).
  if (call.mediaSource === "url") {
    throw new GongError(400, `Call ${callId} was created with downloadMediaUrl`);
  }
  if (state.uploads.mediaHashes.has(sink.sha256())) throw new GongError(400, "Bad request"); // G26
  state.uploads.mediaHashes.add(sink.sha256());
  call.mediaSource = "upload";
  if (file.contentType.startsWith("video/")) call.media = "Video";
  startProcessing(state, call, sink.seconds() ?? (call.duration || undefined));
}

/**
 * Lets Gong work on a call whose media it has: after a while the call becomes visible, with its
 * old start time (G19), unless it is dropped silently (G27).
 */
function startProcessing(state: SandboxState, call: Call, seconds: number | undefined): void {
  const host = state.company.users.find(({ id }) => id === call.primaryUserId);
  call.duration = seconds ?? guessedSeconds;
  // A user's import may have been switched off since the call was posted.
  const dropped =
    (seconds !== undefined && seconds < shortestSeconds) || !host || !importsCalls(host);
  call.visibleAt = dropped ? null : state.clock.now() + state.settings.processingSeconds * second;
}
