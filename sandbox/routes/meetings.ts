import type { FastifyInstance } from "fastify";
import type { FromSchema } from "json-schema-to-ts";
import type { Meeting } from "../company/records";
import type { User } from "../company/types";
import { badRequest, GongError } from "../errors";
import { id, noQuery, object } from "../schemas/json-schema";
import { deleteMeetingBody, integrationStatusBody, meetingBody } from "../schemas/meetings";
import type { SandboxState } from "../state";
import { parseInstant } from "../time";
import { answer, typed } from "./api";

type MeetingBody = FromSchema<typeof meetingBody>;

const params = object({ meetingId: id }, ["meetingId"]);

/** `POST /v2/meetings`, `PUT` and `DELETE /v2/meetings/{meetingId}`. */
export function registerMeetings(app: FastifyInstance, state: SandboxState): void {
  typed(app).post(
    "/v2/meetings/integration/status",
    {
      schema: { body: integrationStatusBody, querystring: noQuery },
      config: { scope: "api:meetings:integration:status" },
    },
    async ({ body: { emails = [] } }) =>
      answer(state, { users: emails.map((address) => integrationStatus(state, address)) }),
  );

  typed(app).post(
    "/v2/meetings",
    {
      schema: { body: meetingBody, querystring: noQuery },
      config: { scope: "api:meetings:user:create" },
    },
    async ({ body }) => {
      checkTimes(body);
      const organizer = findOrganizer(state, body.organizerEmail);
      const meeting = { id: state.random.id(), ...meetingFrom(body) };
      state.company.meetings.push(meeting);
      return answer(state, {
        meetingId: meeting.id,
        meetingUrl: organizer.meetingConsentPageUrl,
        additionalInvitees: [{ email: "coordinator@gong.example", displayName: "Gong" }],
      });
    },
  );

  typed(app).put(
    "/v2/meetings/:meetingId",
    {
      schema: { params, body: meetingBody, querystring: noQuery },
      config: { scope: "api:meetings:user:update" },
    },
    async ({ params: { meetingId }, body }) => {
      checkTimes(body);
      const meeting = findMeeting(state, meetingId);
      findOrganizer(state, body.organizerEmail);
      Object.assign(meeting, meetingFrom(body));
      return answer(state, { meetingId });
    },
  );

  typed(app).delete(
    "/v2/meetings/:meetingId",
    {
      schema: { params, body: deleteMeetingBody, querystring: noQuery },
      config: { scope: "api:meetings:user:delete" },
    },
    async ({ params: { meetingId }, body: { organizerEmail } }) => {
      const meeting = findMeeting(state, meetingId);
      if (meeting.organizerEmail !== organizerEmail) {
        throw meetingError(
          404,
          "No Gong meeting found corresponding to the provided organizer email",
        );
      }
      const { meetings } = state.company;
      meetings.splice(meetings.indexOf(meeting), 1);
      return answer(state, { organizerEmail });
    },
  );
}

function meetingFrom(body: MeetingBody): Omit<Meeting, "id"> {
  return {
    organizerEmail: body.organizerEmail,
    startTime: body.startTime,
    endTime: body.endTime,
    title: body.title ?? null,
    inviteeEmails: body.invitees.flatMap(({ email }) => email ?? []),
    externalId: body.externalId ?? null,
  };
}

function checkTimes({ startTime, endTime }: MeetingBody): void {
  const [start, end] = [parseInstant(startTime), parseInstant(endTime)];
  if (start !== undefined && end !== undefined && end <= start) {
    throw badRequest("endTime", "must be after startTime");
  }
}

/** Whether Gong's meetings can be made for a user, and if not, why. */
function integrationStatus({ company }: SandboxState, address: string) {
  const user = company.users.find(
    ({ emailAddress, avatar }) => emailAddress === address && !avatar,
  );
  const valid = typeof user?.meetingConsentPageUrl === "string";
  return {
    email: address,
    exists: user !== undefined,
    valid,
    ...(!valid && {
      userFacingError: user
        ? "The Gong consent page is not enabled for you. Contact your Gong administrator."
        : "You are not a Gong user. Contact your Gong administrator.",
      ...meetingLinks,
    }),
  };
}

function findMeeting(state: SandboxState, meetingId: string): Meeting {
  const meeting = state.company.meetings.find(({ id }) => id === meetingId);
  if (meeting) return meeting;
  throw meetingError(404, "No meeting found corresponding to the provided meeting ID");
}

function findOrganizer(state: SandboxState, organizerEmail: string): User {
  const organizer = state.company.users.find(
    ({ emailAddress, avatar }) => emailAddress === organizerEmail && !avatar,
  );
  if (!organizer) {
    throw meetingError(404, "No Gong user found corresponding to the provided organizer email");
  }
  if (organizer.meetingConsentPageUrl === null) {
    throw meetingError(409, "The consent page is not enabled for the organizer of the meeting");
  }
  return organizer;
}

const meetingLinks = {
  fixUrl: "https://app.gong.io/company/team-members",
  helpUrl: "https://help.gong.io",
};

/** Errors of meetings carry words for the end user and links beside the usual list (G7). */
function meetingError(status: number, words: string): GongError {
  return new GongError(status, words, {
    members: {
      userFacingError: `Gong could not handle the meeting: ${words}.`,
      ...meetingLinks,
    },
  });
}
