import { startGong, type TestGong } from "../../../tests/support/gong";

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong({ callCount: 20 });
});
beforeEach(() => {
  gong.sandbox.clearRequests();
  gong.sandbox.faults.clear();
});
afterAll(() => gong.stop());

const exists = (meetingId: string) =>
  gong.sandbox.company.meetings.some(({ id }) => id === meetingId);

/** Somebody of the company whose meetings Gong takes. */
function organizerEmail(): string {
  const user = gong.sandbox.company.users.find(
    ({ meetingConsentPageUrl, avatar }) => meetingConsentPageUrl !== null && !avatar,
  );
  if (!user) throw new Error("The company has nobody who can hold a meeting.");
  return user.emailAddress;
}

const invitees = [
  { email: "robin.vale+demo@northmoor.example", displayName: "Robin Vale" },
  { email: "kim@northmoor.example", firstName: "Kim", lastName: "Oduya" },
];

/** Values of Create New Gong Meeting as the canvas hands them over. */
const minimum = () => ({
  startTime: "2026-12-01T09:00:00-07:00",
  endTime: "2026-12-01T09:30:00-07:00",
  organizerEmail: organizerEmail(),
  invitees: JSON.stringify(invitees),
});

async function makeMeeting(): Promise<string> {
  const { data } = await gong.run("createNewGongMeeting", minimum());
  gong.sandbox.clearRequests();
  return data.meetingId;
}

/** The requests that arrived, as far as they matter here. */
const requests = () =>
  gong.sandbox.requests.map(({ method, path, query, body }) => ({ method, path, query, body }));

describe("Create New Gong Meeting", () => {
  it("sends every input under its name and gives the meeting", async () => {
    const { data } = await gong.run("createNewGongMeeting", {
      ...minimum(),
      externalId: "7JEHFRGXDDZFEW2FC4U",
      title: "Pricing review",
    });

    expect(requests()).toEqual([
      {
        method: "POST",
        path: "/v2/meetings",
        query: {},
        body: {
          startTime: "2026-12-01T09:00:00-07:00",
          endTime: "2026-12-01T09:30:00-07:00",
          organizerEmail: organizerEmail(),
          invitees,
          externalId: "7JEHFRGXDDZFEW2FC4U",
          title: "Pricing review",
        },
      },
    ]);
    expect(data.meetingId).toMatch(/^\d{1,20}$/);
    expect(data.meetingUrl).toMatch(/^https:/);
    expect(data.additionalInvitees).toHaveLength(1);
    expect(exists(data.meetingId)).toBe(true);
  });

  it("leaves blank values out, completes times and takes ready lists", async () => {
    await gong.run("createNewGongMeeting", {
      startTime: "2026-12-01",
      endTime: "2026-12-01 10:00",
      organizerEmail: ` ${organizerEmail()} `,
      invitees,
      externalId: "",
      title: "  ",
    });

    expect(requests()[0]?.body).toEqual({
      startTime: "2026-12-01T00:00:00Z",
      endTime: "2026-12-01T10:00:00Z",
      organizerEmail: organizerEmail(),
      invitees,
    });
  });

  it("sends an empty list of invitees as one", async () => {
    await gong.run("createNewGongMeeting", { ...minimum(), invitees: "[]" });

    expect(requests()[0]?.body).toMatchObject({ invitees: [] });
  });
});

describe("Update Gong Meeting", () => {
  it("puts every input to the meeting's own path", async () => {
    const meetingId = await makeMeeting();
    const { data } = await gong.run("updateGongMeeting", {
      ...minimum(),
      meetingId: ` ${meetingId} `,
      endTime: "2026-12-01T10:00:00-07:00",
      externalId: "7JEHFRGXDDZFEW2FC4U",
      title: "Moved",
    });

    expect(requests()).toEqual([
      {
        method: "PUT",
        path: `/v2/meetings/${meetingId}`,
        query: {},
        body: {
          startTime: "2026-12-01T09:00:00-07:00",
          endTime: "2026-12-01T10:00:00-07:00",
          organizerEmail: organizerEmail(),
          invitees,
          externalId: "7JEHFRGXDDZFEW2FC4U",
          title: "Moved",
        },
      },
    ]);
    expect(data).toMatchObject({ meetingId });
    expect(gong.sandbox.company.meetings.find(({ id }) => id === meetingId)?.title).toBe("Moved");
  });

  it("leaves blank values out", async () => {
    const meetingId = await makeMeeting();
    await gong.run("updateGongMeeting", { ...minimum(), meetingId, externalId: "", title: "" });

    expect(Object.keys(requests()[0]?.body as object).sort()).toEqual([
      "endTime",
      "invitees",
      "organizerEmail",
      "startTime",
    ]);
  });

  it("tells of a meeting that is not there", async () => {
    const error = await gong.fail("updateGongMeeting", { ...minimum(), meetingId: "1" });

    expect(error).toMatchObject({ code: "not_found", status: 404 });
    expect(error.message).toContain("No meeting found corresponding to the provided meeting ID");
  });
});

describe("Delete Gong Meeting", () => {
  it("sends the organizer in the body of the DELETE (G34)", async () => {
    const meetingId = await makeMeeting();
    await gong.run("deleteMeeting", { meetingId, organizerEmail: organizerEmail() });

    expect(requests()).toEqual([
      {
        method: "DELETE",
        path: `/v2/meetings/${meetingId}`,
        query: {},
        body: { organizerEmail: organizerEmail() },
      },
    ]);
    expect(exists(meetingId)).toBe(false);
  });

  it("needs its own scope, and says which when it is missing", async () => {
    const error = await gong.fail("deleteMeeting", {
      connection: gong.oauthConnection(["api:meetings:user:create"]),
      meetingId: "1",
      organizerEmail: organizerEmail(),
    });

    expect(error).toMatchObject({ code: "missing_scope", scope: "api:meetings:user:delete" });
  });
});

describe.each(["createNewGongMeeting", "updateGongMeeting", "deleteMeeting"])("%s", (key) => {
  const inputs = async () => ({ ...minimum(), meetingId: await makeMeeting() });

  it.each([
    { kind: "status", status: 500 },
    { kind: "cut", when: "afterExecuting" },
    { kind: "cut", when: "during" },
    { kind: "truncatedJson" },
    { kind: "html" },
  ] as const)("is sent once when the answer is lost: %j", async (fault) => {
    const given = await inputs();
    gong.sandbox.faults.next(fault);

    const error = await gong.fail(key, given);

    expect(requests()).toHaveLength(1);
    expect(error.message).toContain("It may have been carried out all the same");
    expect(JSON.stringify(error) + error.message).not.toContain("@");
  });

  it("is sent again when Gong refuses it for its limit", async () => {
    const given = await inputs();
    gong.sandbox.faults.next({ kind: "status", status: 429, retryAfter: 0 });

    await gong.run(key, given);

    expect(requests()).toHaveLength(2);
  });
});
