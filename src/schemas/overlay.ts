import * as gong from "./gong";

/** Fields of each answer beside `requestId`, in the notation of `schemaFrom`. */
export const answers: Readonly<Record<string, string>> = {
  ...gong.answers,
  // G31
  "GET /v2/flows/folders": "records:Records flowsFolders:[FlowFolder]",
};

/** Fields of each shape, in the notation of `schemaFrom`; the last mention of a field counts. */
export const shapes: Readonly<Record<string, string>> = {
  ...gong.shapes,
  // What Gong's description lacks or has wrong.
  // Described as ISO 8601, with seconds since 1970 as its example.
  CustomerEngagement: `${gong.shapes.CustomerEngagement} timestamp:sn`,
  // G48
  Question: `${gong.shapes.Question} minRange:sn maxRange:sn updaterUserId created updated`,
  // G51
  ContentDto: `${gong.shapes.ContentDto} scorecardsAnswers:[?]`,
  // The description's own example has `name` in the place of `uniqueName`.
  GenericSchemaFieldRequest: `${gong.shapes.GenericSchemaFieldRequest} name`,
  FlowFolder: "id name visibility=Company|Personal|Shared",
  // What this component makes of Gong's answers.
  ReadableTranscript:
    "callId title started:t url duration:n isPrivate:b speakers:[Speaker] text markdown srt webVtt paragraphs:[Paragraph] pieces:[Piece]",
  Speaker: "speakerId name affiliation=Internal|External|Unknown title emailAddress userId",
  Paragraph: "speaker topic start:n end:n text",
  Piece: "text start:n end:n speakers:[]",
  RecordError: "number:n description record:? wasSent:b",
  CrmUpload: "clientRequestId status=DONE|FAILED records:n totalErrorCount:n totalSuccessCount:n",
};

/** Descriptions of fields, where their names do not say it: by `shape.field`, else by field. */
export const words: Readonly<Record<string, string>> = {
  requestId: "Gong's ID for this request, which Gong support asks for",
  records: "Which part of the list this is",
  totalRecords: "Records in the whole list",
  currentPageSize: "Records in this result",
  currentPageNumber: "Number of the page, from 0",
  cursor: "Cursor for the next page; absent on the last one",

  // What this component makes of Gong's answers
  pending: "Calls that have no transcript yet",
  missing: "IDs that Gong does not know",
  lookedThrough: "Calls that were read to find these",
  complete: "Whether the whole range was read",
  "ReadableTranscript.text": "A line for each turn, with the speaker's name",

  ".isTest": "Whether the event comes from Test now in Gong",
  matchedRules: "Names of the rules that match; none on the branch Not Matched",

  // Calls
  url: "Web address in Gong",
  started: "When the recording began",
  duration: "Length in seconds",
  primaryUserId: "User ID of the host",
  language: "Language code",
  sdrDisposition: "Disposition that the sales representative gave",
  clientUniqueId: "ID of the call in the system that uploaded it",
  customData: "Data from the upload",
  isPrivate: "Whether the call is private",
  metaData: "The call itself",
  context: "CRM objects linked to it",
  objectId: "ID in that system",
  externalId: "ID in that system",
  timing: "When the fields had these values",
  speakerId: "Speaker; matches speakerId of the call's parties",
  "Party.id": "ID of the participant in this call",
  "Party.userId": "User ID, for people in your company",
  "Party.speakerId":
    "ID that transcripts use for the speaker; null if the participant did not speak",
  methods: "How the participant is linked to the call",
  content: "What Gong's analysis found; parts that are not available are absent",
  brief: "Short summary of the call",
  startTime: "Second of the call",
  startTimes: "Seconds of the call",
  occurrences: "When it came up; empty unless you include tracker occurrences",
  count: "How often it came up",
  interactionStats: "Talk Ratio, Longest Monologue, Interactivity, Patience, and others",
  "InteractionMeasuresDto.video": "What was on the screen, and for how long",
  companyCount: "Questions that people in your company asked",
  nonCompanyCount: "Questions that others asked",
  talkTime: "Seconds spoken",
  audioStartTime: "Second of the call where the comment begins",
  audioEndTime: "Second of the call where the comment ends",
  inReplyTo: "ID of the comment that this one replies to",
  "CallData.media": "Web addresses of the recording, valid for 8 hours",
  transcript: "What was said, speaker by speaker",
  sentences: "What the speaker said, sentence by sentence",
  start: "Milliseconds from the start of the call",
  end: "Milliseconds from the start of the call",

  // Library, logs
  note: "Note beside the call in the folder",
  addedBy: "User ID of the person who added the call",
  snippet: "The part of the call that was added",
  createdBy: "User ID of the person who made it",
  parentFolderId: 'ID of the parent folder; the text "null" for a top-level folder',
  impersonatorUserId: "User ID of the person who acted for the user",
  logRecord: "What happened; the fields depend on the type of log",

  // Users
  trustedEmailAddress: "Email address for signing in",
  preventWebConferenceRecording: "Whether inviting the user prevents a recording",
  managerId: "User ID of the manager",
  meetingConsentPageUrl: "Web address of the consent page",
  "UserSettingsHistory.value": "The new value",

  // Scorecards, trackers, statistics
  answeredScorecardId: "ID of this review; several share a scorecard ID",
  reviewerUserId: "User ID of the reviewer; none for a review by AI",
  editorUserId: "User ID of the person who last edited the review",
  reviewTime: "When the review was published",
  visibilityType: "Who may see the review",
  isOverall: "Whether it is the overall question",
  selectedOptions: "IDs of the selected options",
  updaterUserId: 'User ID of the person who last changed it; "-1" for built-in ones',
  answerGuide: "Guide for reviewers; may be HTML",
  questionType: "RANGE, BOOLEAN, OPEN, or another",
  saidAt: "Part of the call that is searched",
  filterQuery: "Filter as JSON text",
  fromDate: "First day, in your company's time zone",
  toDate: "The day after the last day",

  // Data privacy
  "EmailMessage.from": "Email address of the sender",
  mailbox: "Mailbox that the message was read from",
  externalSystems: "Where other systems keep the call",
  mirrorId: "ID of the copy that Gong keeps",
  matchingPhoneNumbers: "The phone number as it is written in the records",

  // Meetings, CRM, flows
  additionalInvitees: "People to invite as well, so that Gong records the meeting",
  userFacingError: "What is wrong, in Gong's words",
  fixUrl: "Web address where it can be fixed",
  clientRequestId: "ID for Get CRM Request Status",
  ".created": "Whether this run made the call; false if the ID was used before",
  ".recordingAdded": "Whether this run added the recording",
  ".seconds": "Length of the recording, if the file shows it",
  ".warnings": "What may be wrong with the recording",
  ".next": "What to do if the call is not visible yet",
  ".uploadId": "ID to enter when you run it again",
  ".recordsSent": "Records that were sent to Gong",
  ".recordsAccepted": "Records that Gong processed",
  ".recordsRejected": "Records that were left out or that Gong refused",
  ".nextRecord": "First Record for the next run, if this one ended early",
  "CrmUpload.records": "Records in this upload",
  "RecordError.number": "Number of the record, from 1; in a file of JSON lines, number of the line",
  "RecordError.wasSent": "Whether it was sent and Gong refused it; if not, it was left out",
  ".added": "Unique names of new fields",
  ".changed": "Unique names of existing fields that change",
  ".losesDataOf": "Unique names of fields whose data is deleted",
  crmObjectsMap: "Fields of each record, by its ID in the CRM",
  isDeleted: "Whether the field and its data are deleted",
  referenceTo: "Object type that the field refers to",
  exclusive: "Whether its prospects can be in no other flow",
  unassignedFlowInstanceIds: "IDs of the flow instances that were ended",
};
