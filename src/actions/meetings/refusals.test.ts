import { startGong, type TestGong } from "../../../tests/support/gong";

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong({ callCount: 1 });
});
beforeEach(() => {
  gong.sandbox.clearRequests();
  gong.sandbox.faults.clear();
});
afterAll(() => gong.stop());

const inputs = {
  startTime: "2026-12-01T09:00:00-07:00",
  endTime: "2026-12-01T09:30:00-07:00",
  organizerEmail: "ada.quill@harbourline.example",
  invitees: '[{"email": "robin.vale@northmoor.example"}]',
};

describe("Create New Gong Meeting", () => {
  it.each([
    ["startTime", "", "Start Time is required"],
    ["endTime", undefined, "End Time is required"],
    ["organizerEmail", "  ", "Organizer Email is required"],
    ["invitees", "", "Invitees is required"],
    ["startTime", "tomorrow", "Start Time must be a date and time in ISO 8601"],
    ["endTime", "2026-12-01T08:00:00-08:00", "End Time must be later than Start Time"],
    ["organizerEmail", "a@b.example, c@d.example", "Organizer Email must be exactly one e-mail"],
    ["invitees", "[{", "Invitees must be JSON"],
    ["invitees", '{"email": "kim@northmoor.example"}', "Invitees must be a list in JSON"],
    ["invitees", '["kim@northmoor.example"]', "Invitees, at [0], must be an object, not text"],
    ["invitees", '[{"displayName": "Kim"}]', "Invitees, at [0], needs email"],
    [
      "invitees",
      '[{"email": "kim@northmoor.example"}, {"email": "Kim <kim@northmoor.example>"}]',
      "Invitees, at [1].email, has the wrong form",
    ],
    [
      "invitees",
      '[{"email": "kim@northmoor.example", "kim@northmoor.example": true}]',
      "Invitees, at [0].[email address], is a field that Gong does not take",
    ],
  ])("refuses %s of %j before sending", async (key, value, problem) => {
    const error = await gong.fail("createNewGongMeeting", { ...inputs, [key]: value });

    expect(error.message).toContain(problem);
    expect(error.message).not.toContain("kim@");
    expect(gong.sandbox.requests).toEqual([]);
  });
});

describe("Update Gong Meeting", () => {
  it.each([
    ["meetingId", "", "Meeting ID is required"],
    ["meetingId", "../users", "Meeting ID must be a Gong id"],
    ["meetingId", 7782342274025938000, "Meeting ID must arrive as text"],
    ["endTime", "2026-12-01T09:00:00-07:00", "End Time must be later than Start Time"],
  ])("refuses %s of %j before sending", async (key, value, problem) => {
    const meetingId = "7782342274025937895";
    const error = await gong.fail("updateGongMeeting", { ...inputs, meetingId, [key]: value });

    expect(error.message).toContain(problem);
    expect(gong.sandbox.requests).toEqual([]);
  });
});

describe("Delete Gong Meeting", () => {
  it.each([
    [undefined, "Organizer Email is required, for example"],
    ["", "Organizer Email is required, for example"],
    ["a@b.example;c@d.example", "Organizer Email must be exactly one e-mail address"],
    [["ada.quill@harbourline.example"], "Organizer Email must be exactly one e-mail address"],
  ])("refuses the organizer %j before sending", async (organizerEmail, problem) => {
    const meetingId = "7782342274025937895";
    const error = await gong.fail("deleteMeeting", { meetingId, organizerEmail });

    expect(error.message).toContain(problem);
    expect(gong.sandbox.requests).toEqual([]);
  });
});

describe("what Gong refuses", () => {
  it("says that meetings are in limited release when Gong answers 403", async () => {
    gong.sandbox.faults.next({ kind: "status", status: 403 });

    const error = await gong.fail("createNewGongMeeting", inputs);

    expect(error).toMatchObject({ code: "forbidden", status: 403 });
    expect(error.hint).toContain("limited release");
    expect(error.message).toContain(error.hint);
  });

  it("gives Gong's words and links for an organizer whom Gong does not know", async () => {
    const error = await gong.fail("createNewGongMeeting", {
      ...inputs,
      organizerEmail: "nobody@harbourline.example",
    });

    expect(error).toMatchObject({ code: "not_found", status: 404 });
    expect(error.message).toContain("No Gong user found corresponding to the provided organizer");
    expect(error.message).toContain("Put it right at https://app.gong.io/company/team-members.");
    expect(error.message).toContain("Gong's help: https://help.gong.io.");
  });

  it("shows links of Gong's error only when they are addresses, and the same words once", async () => {
    gong.sandbox.faults.next({
      kind: "status",
      status: 409,
      body: {
        requestId: "4al018gzaztcr8nbukw",
        errors: ["The Gong consent page is not enabled in your company."],
        userFacingError: "The Gong consent page is not enabled in your company.",
        fixUrl: "javascript:alert(1)",
        helpUrl: 5,
      },
    });

    const error = await gong.fail("createNewGongMeeting", inputs);

    expect(error.message).toBe(
      "Create New Gong Meeting failed: Gong answered 409, \"The Gong consent page is not enabled in your company.\". Gong's consent page must be enabled in Gong's company settings, by an administrator. Gong request id: 4al018gzaztcr8nbukw.",
    );
  });

  it("shows no address of a meeting, in whatever form Gong echoes it", async () => {
    const echoes = ["o'brien@northmoor.example", "O%27Brien%40northmoor.example"];
    gong.sandbox.faults.next({
      kind: "status",
      status: 400,
      body: {
        errors: echoes.map((echo) => `Cannot invite ${echo} to it`),
        userFacingError: echoes[0],
      },
    });

    const error = await gong.fail("createNewGongMeeting", {
      ...inputs,
      invitees: [{ email: "o'brien@northmoor.example" }],
    });

    expect(error.gongErrors).toEqual(["Cannot invite [email address] to it", "[email address]"]);
    expect(error.message + JSON.stringify(error)).not.toMatch(/brien|northmoor/i);
  });
});
