/** A call for example payloads. */
export const exampleCall = {
  id: "7782342274025937895",
  url: "https://app.gong.io/call?id=7782342274025937895",
  title: "Pricing review with Northmoor",
  scheduled: "2026-03-01T09:00:00-07:00",
  started: "2026-03-01T09:00:12.482-07:00",
  duration: 1804,
  primaryUserId: "234599484848423",
  direction: "Conference",
  system: "Zoom",
  scope: "External",
  media: "Video",
  language: "eng",
  workspaceId: "623457276584334",
  sdrDisposition: null,
  clientUniqueId: null,
  customData: null,
  purpose: null,
  meetingUrl: "https://meet.harbourline.example/1234567890",
  isPrivate: false,
  calendarEventId: "abcde@calendar.example",
};

/** A transcript for example payloads. */
export const exampleTranscript = {
  callId: "7782342274025937895",
  transcript: [
    {
      speakerId: "6432345678555530067",
      topic: "Pricing",
      sentences: [
        { start: 460, end: 3120, text: "Thanks for joining, shall we look at the offer?" },
      ],
    },
  ],
};

/** A call with its details for example payloads. */
export const exampleDetailedCall = {
  metaData: exampleCall,
  context: [
    {
      system: "Salesforce",
      objects: [{ objectType: "Account", objectId: "0013601230sV7grAAC", fields: [] }],
    },
  ],
  parties: [
    {
      id: "56825452554556",
      emailAddress: "ada.quill@harbourline.example",
      name: "Ada Quill",
      title: "Account Executive",
      userId: "234599484848423",
      speakerId: "6432345678555530067",
      affiliation: "Internal",
      phoneNumber: "+15550142",
      methods: ["Invitee", "Attendee"],
    },
  ],
  content: {
    topics: [{ name: "Pricing", duration: 920 }],
    trackers: [{ id: "6840000929075400007", name: "Competitors", count: 1, type: "KEYWORD" }],
    brief: "Northmoor went through the offer and asked for a discount on three years.",
    keyPoints: [{ text: "Northmoor wants to sign before the end of March." }],
    highlights: [
      {
        title: "Next steps",
        items: [{ text: "Ada sends a revised offer.", startTimes: [1712.4] }],
      },
    ],
    callOutcome: { id: "FOLLOW_UP", category: "Answered", name: "Follow-up needed" },
  },
  interaction: {
    speakers: [{ id: "56825452554556", userId: "234599484848423", talkTime: 802.4 }],
    interactionStats: [{ name: "Talk Ratio", value: 0.47 }],
    questions: { companyCount: 9, nonCompanyCount: 6 },
  },
};
