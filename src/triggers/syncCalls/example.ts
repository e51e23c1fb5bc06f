import { exampleCall, exampleTranscript } from "../../actions/calls/example";
import { exampleRun } from "../exampleRun";

/** A call as later steps get it, with details and transcript. */
export const exampleItem = {
  metaData: exampleCall,
  context: [],
  parties: [
    {
      id: "56825452554556",
      emailAddress: "ada.quill@harbourline.example",
      name: "Ada Quill",
      title: "Account Executive",
      userId: "234599484848423",
      speakerId: "6432345678555530067",
      context: [],
      affiliation: "Internal",
      phoneNumber: "+15550142",
      methods: ["Invitee", "Attendee"],
    },
    {
      id: "56825452554557",
      emailAddress: "robin.vale@northmoor.example",
      name: "Robin Vale",
      title: "Head of Purchasing",
      userId: null,
      speakerId: "6432345678555530068",
      context: [],
      affiliation: "External",
      phoneNumber: null,
      methods: ["Attendee"],
    },
  ],
  content: {
    topics: [{ name: "Pricing", duration: 920 }],
    trackers: [{ id: "56825452554560", name: "Competitors", count: 1, type: "KEYWORD" }],
    brief: "Northmoor reviewed the offer and asked for a yearly plan.",
    highlights: [
      {
        title: "Next steps",
        items: [{ text: "Ada sends the yearly plan by Friday.", startTimes: [1702.5] }],
      },
    ],
    callOutcome: { id: "FOLLOW_UP", category: "Answered", name: "Follow-up needed" },
    keyPoints: [{ text: "Northmoor prefers to pay by the year." }],
  },
  interaction: {
    speakers: [
      { id: "56825452554556", userId: "234599484848423", talkTime: 802.4 },
      { id: "56825452554557", userId: null, talkTime: 911.2 },
    ],
    interactionStats: [{ name: "Talk Ratio", value: 0.47 }],
    video: [{ name: "Presentation", duration: 640 }],
    questions: { companyCount: 9, nonCompanyCount: 6 },
  },
  transcript: exampleTranscript.transcript,
};

/** What one execution receives: a batch, here of one call. */
export const examplePayload = {
  payload: { ...exampleRun, body: { data: [exampleItem], contentType: "application/json" } },
};
