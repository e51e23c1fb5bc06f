// Made by "npm run schemas" from Gong's description of its API; not to be edited.

/** What each operation answers, beside `requestId`. `schemaFrom` explains the notation. */
export const answers = {
  "DELETE /v2/calls/users-access": "",
  "DELETE /v2/crm/integrations": "clientRequestId",
  "DELETE /v2/meetings/{meetingId}": "organizerEmail",
  "GET /v2/all-permission-profiles": "profiles:[PermissionProfileDTO]",
  "GET /v2/call-outcomes": "outcomes:[CallOutcomeDto]",
  "GET /v2/calls": "records:Records calls:[CallBasicData]",
  "GET /v2/calls/{id}": "call:CallBasicData",
  "GET /v2/coaching": "coachingData:[CoachingMetricsData]",
  "GET /v2/crm/entities": "crmObjectsMap:{{?}}",
  "GET /v2/crm/entity-schema": "objectTypeToSelectedFields:{[GenericSchemaFieldRequest]}",
  "GET /v2/crm/integrations": "integrations:[GenericCrmIntegration]",
  "GET /v2/crm/request-status":
    "status=PENDING|IN_PROGRESS|DONE|FAILED errors:[LineErrorResponse] totalErrorCount:n totalSuccessCount:n",
  "GET /v2/data-privacy/data-for-email-address":
    "emails:[EmailMessage] calls:[CallReference] meetings:[Meeting] customerData:[CustomerData] customerEngagement:[CustomerEngagement]",
  "GET /v2/data-privacy/data-for-phone-number":
    "emails:[EmailMessage] calls:[CallReference] meetings:[Meeting] customerData:[CustomerData] suppliedPhoneNumber matchingPhoneNumbers:[] emailAddresses:[]",
  "GET /v2/entities/ask-entity":
    "numOfCallsSearched:n numOfEmailsSearched:n answer:[AnswerSectionDto]",
  "GET /v2/entities/get-brief":
    "numOfCallsSearched:n numOfEmailsSearched:n briefSections:[BriefSectionDto]",
  "GET /v2/flows": "records:Records flows:[PublicApiFlow]",
  "GET /v2/flows/folders": "records:Records flows:[PublicApiFlow]",
  "GET /v2/flows/prospects/bulk-assignments/{id}":
    "id status=PENDING|IN_PROGRESS|COMPLETED|FAILED totalCount:n processedCount:n successCount:n failedCount:n results:[FlowAssignmentResult]",
  "GET /v2/library/folder-content": "id name createdBy updated:t calls:[LibraryCall]",
  "GET /v2/library/folders": "folders:[LibraryFolder]",
  "GET /v2/logs": "records:Records logEntries:[LogEntry]",
  "GET /v2/permission-profile": "profile:PermissionProfileDTO",
  "GET /v2/permission-profile/users": "users:[UserSimpleMetadata]",
  "GET /v2/settings/briefs": "briefs:[Brief]",
  "GET /v2/settings/scorecards": "scorecards:[Scorecard]",
  "GET /v2/settings/trackers": "keywordTrackers:[KeywordTracker]",
  "GET /v2/users": "records:Records users:[UserMetadata]",
  "GET /v2/users/{id}": "user:UserMetadata",
  "GET /v2/users/{id}/settings-history": "userSettingsHistory:[UserSettingsHistory]",
  "GET /v2/workspaces": "workspaces:[WorkspaceMetadata]",
  "PATCH /v2/tasks/{taskId}":
    "tasks:[ReminderDataDto] crmType=SALESFORCE|HUBSPOT|MICROSOFT_DYNAMICS|GENERIC",
  "POST /v2/calls": "callId",
  "POST /v2/calls/extensive": "records:Records calls:[CallData]",
  "POST /v2/calls/transcript": "records:Records callTranscripts:[CallTranscript]",
  "POST /v2/calls/users-access": "callAccessList:[CallAccessDetails]",
  "POST /v2/crm/entities": "clientRequestId",
  "POST /v2/crm/entity-schema": "",
  "POST /v2/data-privacy/erase-data-for-email-address": "",
  "POST /v2/data-privacy/erase-data-for-phone-number": "",
  "POST /v2/digital-interaction": "",
  "POST /v2/flows/prospects": "prospectsAssigned:[PublicApiAssignedFlow]",
  "POST /v2/flows/prospects/assign":
    "prospectsAssigned:[PublicApiAssignedFlow] prospectsNotAssigned:[AssignedFlowFailure]",
  "POST /v2/flows/prospects/assign/cool-off-override":
    "prospectsAssigned:[PublicApiAssignedFlow] prospectsNotAssigned:[AssignedFlowFailure]",
  "POST /v2/flows/prospects/bulk-assignments":
    "id status=PENDING|IN_PROGRESS|COMPLETED|FAILED totalCount:n processedCount:n successCount:n failedCount:n results:[FlowAssignmentResult]",
  "POST /v2/flows/prospects/unassign-flows-by-crm-id": "unassignedFlowInstanceIds:[]",
  "POST /v2/flows/prospects/unassign-flows-by-instance-id": "unassignedFlowInstanceIds:[]",
  "POST /v2/flows/steps": "flows:[PublicApiFlowWithSteps]",
  "POST /v2/integration-settings": "integrationId",
  "POST /v2/meetings": "meetingId meetingUrl additionalInvitees:[MeetingInvitee]",
  "POST /v2/meetings/integration/status": "users:[UserIntegrationStatus]",
  "POST /v2/permission-profile": "profile:PermissionProfileDTO",
  "POST /v2/stats/activity/aggregate":
    "records:Records usersAggregateActivityStats:[UserActivity] fromDateTime toDateTime timeZone",
  "POST /v2/stats/activity/aggregate-by-period":
    "records:Records usersAggregateActivity:[UserAggregateByPeriodActivities]",
  "POST /v2/stats/activity/day-by-day":
    "records:Records usersDetailedActivities:[UserDayByDayActivity]",
  "POST /v2/stats/activity/scorecards": "records:Records answeredScorecards:[AnsweredScorecard]",
  "POST /v2/stats/interaction":
    "records:Records peopleInteractionStats:[InteractionStats] fromDateTime toDateTime timeZone",
  "POST /v2/tasks": "tasks:[ReminderDataDto] crmType=SALESFORCE|HUBSPOT|MICROSOFT_DYNAMICS|GENERIC",
  "POST /v2/users/extensive": "records:Records users:[UserMetadata]",
  "PUT /v2/calls/users-access": "",
  "PUT /v2/calls/{id}/media": "callId url",
  "PUT /v2/crm/integrations": "integrationId",
  "PUT /v2/customer-engagement/action": "integrationId",
  "PUT /v2/customer-engagement/content/shared": "integrationId",
  "PUT /v2/customer-engagement/content/viewed": "integrationId",
  "PUT /v2/meetings/{meetingId}": "meetingId",
  "PUT /v2/permission-profile": "profile:PermissionProfileDTO",
};

/** The objects that answers are made of, under Gong's names. */
export const shapes = {
  AccountDto: "crmId name crmUrl",
  AggregateActivity:
    "callsAsHost:n callsGaveFeedback:n callsRequestedFeedback:n callsReceivedFeedback:n ownCallsListenedTo:n othersCallsListenedTo:n callsSharedInternally:n callsSharedExternally:n callsScorecardsFilled:n callsScorecardsReceived:n callsAttended:n callsCommentsGiven:n callsCommentsReceived:n callsMarkedAsFeedbackGiven:n callsMarkedAsFeedbackReceived:n",
  AggregateActivityWithDates:
    "callsAsHost:n callsGaveFeedback:n callsRequestedFeedback:n callsReceivedFeedback:n ownCallsListenedTo:n othersCallsListenedTo:n callsSharedInternally:n callsSharedExternally:n callsScorecardsFilled:n callsScorecardsReceived:n callsAttended:n callsCommentsGiven:n callsCommentsReceived:n callsMarkedAsFeedbackGiven:n callsMarkedAsFeedbackReceived:n fromDate toDate",
  Answer:
    "questionId questionRevisionId isOverall:b score:n answerText notApplicable:b selectedOptions:[]",
  AnswerSectionDto:
    "answerItems:[] emailFindings:[EmailFindingDto] callFindings:[BriefCallFindingDto]",
  AnsweredScorecard:
    "answeredScorecardId scorecardId scorecardName callId callStartTime:t reviewedUserId reviewerUserId reviewMethod=AUTOMATIC|MANUAL editorUserId reviewTime:t visibilityType=PUBLIC|PRIVATE|OPT_IN_USERS|MANAGERS|MANAGERS_AND_REVIEWEE answers:[Answer]",
  AssignedFlowFailure:
    "flowId crmProspectId errorCode=InvalidArgument|InvalidState|UnexpectedError errorMessage",
  Brief: "briefId briefName workspaceId description status creator creatorUserId created updated",
  BriefCallFindingDto: "call:CallInfoDto",
  BriefSectionDto:
    "title sectionSummary:[] conversationFindings:ConversationFindingsDto briefSectionType=Conversations|Web|CrmOrGongData|McpConnection webFindings:[WebFindingDto] mcpResult:McpResultDto",
  CallAccessDetails: "callId users:[UserAccessDetails]",
  CallAccessWithPermissionLevel:
    "permissionLevel=all|managers-team|report-to-them|own|none teamLeadIds:[]",
  CallBasicData:
    "id url title scheduled:t started:t duration:n primaryUserId direction=Inbound|Outbound|Conference|Unknown system scope=Internal|External|Unknown media=Video|Audio language workspaceId sdrDisposition clientUniqueId customData purpose meetingUrl isPrivate:b calendarEventId",
  CallContextDto: "system=Salesforce|HubSpot|MicrosoftDynamic|Generic objects:[ExternalCallObject]",
  CallData:
    "metaData:CallBasicData context:[CallContextDto] parties:[Party] content:ContentDto interaction:InteractionMeasuresDto collaboration:CollaborationDto media:MediaDto",
  CallHighlightsItem: "text startTimes:[n]",
  CallHighlightsSection: "title items:[CallHighlightsItem]",
  CallInfoDto: "id title started:t url",
  CallKeyPoint: "text",
  CallOutcome: "id category name",
  CallOutcomeDto:
    "callOutcome displayOrder:n connectStatus=CONNECTED|NOT_CONNECTED sentiment=POSITIVE|NEGATIVE|NEUTRAL todoAction=COMPLETE|COMPLETE_AND_REMOVE automation=MARK_AS_OPT_OUT category=ANSWERED|NOT_ANSWERED",
  CallOutlineItem: "text startTime:n",
  CallOutlineSection: "section startTime:n duration:n items:[CallOutlineItem]",
  CallReference: "id status externalSystems:[ExternalSystem]",
  CallTranscript: "callId transcript:[Monologue]",
  CoachingMetricsData: "manager:CoachingUser directReportsMetrics:[CoachingRepData]",
  CoachingRepData: "report:CoachingUser metrics:{[]}",
  CoachingUser: "id emailAddress firstName lastName title",
  CollaborationDto: "publicComments:[CommentDto]",
  CommentDto:
    "id audioStartTime:n audioEndTime:n commenterUserId comment posted:t inReplyTo duringCall:b",
  ConferencingProvider: "provider isDefault:b",
  ConnectionResultDto:
    "name status=SUCCESS|AUTH_REQUIRED|FAILED|NOT_CONNECTED|NO_MATCHING_TOOLS|NO_USER_CONTEXT|UNKNOWN",
  ContactCrmData:
    "firstName lastName crmUrl companyName affiliation=Us|Them|Unknown emails:[ContactEmailDto] title timezone phoneNumbers:[PersonPhoneDto] city country state zipcode optOutChannels:[]=CALLS|EMAILS|SMS_MESSAGES linkedinProfile",
  ContactDto: "crmId type=CONTACT|LEAD data:ContactCrmData",
  ContactEmailDto: "email",
  ContentDto:
    "structure:[StructureDto] trackers:[TrackerDto] topics:[StructureDto] brief outline:[CallOutlineSection] highlights:[CallHighlightsSection] callOutcome:CallOutcome keyPoints:[CallKeyPoint]",
  ContextField: "name value:?",
  ConversationFindingsDto: "callFindings:[BriefCallFindingDto] emailFindings:[EmailFindingDto]",
  CustomerData: "system=Salesforce|HubSpot|MicrosoftDynamic|Generic objects:[CustomerDataObject]",
  CustomerDataObject: "id objectType=Lead|Contact externalId mirrorId fields:[ContextField]",
  CustomerEngagement:
    "eventType=contentShared|contentViewed|customEvent|digitalInteraction timestamp:t contentId contentUrl reportingSystem eventName sourceEventId",
  DailyActivityWithDates:
    "callsAsHost:[] callsGaveFeedback:[] callsRequestedFeedback:[] callsReceivedFeedback:[] ownCallsListenedTo:[] othersCallsListenedTo:[] callsSharedInternally:[] callsSharedExternally:[] callsAttended:[] callsCommentsGiven:[] callsCommentsReceived:[] callsMarkedAsFeedbackGiven:[] callsMarkedAsFeedbackReceived:[] callsScorecardsFilled:[] callsScorecardsReceived:[] fromDate toDate",
  EmailFindingDto: "emails:[EmailInfoDto]",
  EmailInfoDto: "id title sentDateTime:t",
  EmailMessage: "from id sentTime mailbox messageHash",
  ExternalCallObject:
    "objectType=Opportunity|Account objectId fields:[ContextField] timing=Now|TimeOfCall",
  ExternalPartyObject:
    "objectType=Contact|User|Lead objectId fields:[ContextField] timing=Now|TimeOfCall",
  ExternalSystem:
    "system=Salesforce|HubSpot|MicrosoftDynamic|Generic objects:[ExternalSystemObject]",
  ExternalSystemObject: "objectType=Conversation|Task externalId",
  FlowAssignmentProspect:
    "firstName lastName email jobTitle linkedInUrl crmId accountCrmId companyName",
  FlowAssignmentResult:
    "prospect:FlowAssignmentProspect status=CRM_OPERATION_FAILED|FLOW_ASSIGNMENT_FAILED|ASSIGNED crmId flowInstanceId errorCode errorMessage",
  FlowDto: "id name step:StepDto",
  ForecastPermissions:
    "forecastAccess:CallAccessWithPermissionLevel forecastEditSubmissions:CallAccessWithPermissionLevel forecastEditTargets:CallAccessWithPermissionLevel",
  GenericCrmIntegration: "integrationId ownerEmail name",
  GenericSchemaFieldRequest:
    "uniqueName label type=DATE|DATETIME|NUMBER|PERCENT|CURRENCY|ID|URL|STRING|BOOLEAN|PHONENUMBER|EMAILADDRESS|PICKLIST|REFERENCE|STRINGARRAY lastModified isDeleted:b referenceTo orderedValueList:[]",
  InteractionMeasuresDto:
    "speakers:[UserSpeaker] interactionStats:[InteractionStatsDto] video:[StructureDto] questions:Questions",
  InteractionStats: "userId userEmailAddress personInteractionStats:[InteractionStatsDto]",
  InteractionStatsDto: "name value:n",
  KeywordTracker:
    "trackerId trackerName workspaceId languageKeywords:[TrackerLanguageKeyword] affiliation partOfQuestion:b saidAt saidAtInterval:n saidAtUnit saidInTopics:[] filterQuery created creatorUserId updated updaterUserId",
  LibraryCall: "id title note addedBy created:t url snippet:Snippet",
  LibraryFolder: "id name parentFolderId createdBy updated:t",
  LibraryFolderAccess:
    "permissionLevel=none|all|specific-folders libraryFolderIds:[] managePublicFolder:b manageStreams:b manageFolderCalls:b shareFoldersAndStreams:b",
  LineErrorResponse: "line:n description",
  LogEntry:
    "userId userEmailAddress userFullName impersonatorUserId impersonatorEmailAddress impersonatorFullName impersonatorCompanyId eventTime logRecord:{?}",
  McpResultDto:
    "connections:[ConnectionResultDto] servers:[] mcpStatus=SUCCESS|FAILURE|CONNECTION_ERROR errorMessage",
  MediaDto: "audioUrl videoUrl",
  Meeting: "id",
  MeetingInvitee: "email displayName firstName lastName",
  Monologue: "speakerId topic sentences:[Sentence]",
  Occurrences: "startTime:n speakerId",
  OpportunityDto: "crmId name crmUrl status stage amount probability closeDate",
  Party:
    "id emailAddress name title userId speakerId context:[PartyContextDto] affiliation=Internal|External|Unknown phoneNumber methods:[]=Invitee|Attendee",
  PartyContextDto:
    "system=Salesforce|HubSpot|MicrosoftDynamic|Generic objects:[ExternalPartyObject]",
  PermissionProfileDTO:
    "id name description callsAccess:CallAccessWithPermissionLevel libraryFolderAccess:LibraryFolderAccess dealsAccess:CallAccessWithPermissionLevel forecastPermissions:ForecastPermissions coachingAccess:CallAccessWithPermissionLevel insightsAccess:CallAccessWithPermissionLevel usageAccess:CallAccessWithPermissionLevel emailsAccess:CallAccessWithPermissionLevel scoreCalls:b overrideScore:b downloadCallMedia:b shareCallsWithCustomers:b manuallyScheduleAndUploadCalls:b privateCalls:b deleteCalls:b trimCalls:b listenInCalls:b deleteEmails:b callsAndSearch:b library:b deals:b createEditAndDeleteDealsBoards:b dealsInlineEditing:b account:b coaching:b usage:b teamStats:b initiatives:b market:b activity:b forecast:b forecastManage:b engageManageCompanyTemplates:b engageManageCompanySequences:b engageCreateAndManageRulesets:b engageSnoozeFlowToDosForOthers:b engageAllowCrmFieldsViewChange:b viewEngageAnalyticsActivity:b viewEngageAnalyticsPerformance:b viewEngageAnalyticsFlows:b manageGeneralBusinessSettings:b manageScorecards:b exportCallsAndCoachingDataToCSV:b crmDataInlineEditing:b crmDataImport:b viewRevenueAnalytics:b manageRevenueAnalytics:b engageReassignFlowToDosToOthers:b engageAssignFlowToDosToOthers:b dealsDataExport:b aiBuilder:b orchestrateCreateAndManagePlays:b",
  PersonPhoneDto: "raw extension countryCode:n normalized label isVerified:b",
  Priority: "id name weight:n",
  PublicApiAssignedFlow:
    "flowId flowName crmProspectId flowInstanceId flowInstanceOwnerEmail flowInstanceOwnerFullName flowInstanceCreateDate flowInstanceStatus=Pending|Running|Paused|FinishedNoReply|FinishedResponse|Finished workspaceId exclusive:b",
  PublicApiFlow:
    "id name folderId folderName visibility=Company|Personal|Shared creationDate exclusive:b",
  PublicApiFlowStep:
    "id stepOrder:n action=SEND_EMAIL|AUTO_SEND_EMAIL|CALL|LINKEDIN_CONNECT|LINKEDIN_MESSAGE|CUSTOM subject body isReply:b",
  PublicApiFlowWithSteps:
    "id name folderId visibility=Company|Personal|Shared creationDate exclusive:b description steps:[PublicApiFlowStep]",
  Question:
    "questionId questionRevisionId questionText isOverall:b questionType answerGuide minRange:n maxRange:n answerOptions:[QuestionOption]",
  QuestionOption: "id text",
  Questions: "companyCount:n nonCompanyCount:n",
  Records: "totalRecords:n currentPageSize:n currentPageNumber:n cursor",
  ReminderDataDto:
    "id userId created:t updated:t status=OPEN|DONE|DISMISSED type=FLOW|MANUAL actions:[]=CALL account:AccountDto opportunity:OpportunityDto dueDate:t flow:FlowDto contact:ContactDto additionalContacts:[ContactDto] title priority:Priority",
  Scorecard:
    "scorecardId scorecardName workspaceId enabled:b updaterUserId created:t updated:t reviewMethod=AUTOMATIC|MANUAL questions:[Question]",
  Sentence: "start:n end:n text",
  Settings:
    "webConferencesRecorded:b preventWebConferenceRecording:b telephonyCallsImported:b emailsImported:b preventEmailImport:b nonRecordedMeetingsImported:b gongConnectEnabled:b",
  Snippet: "fromSec:n toSec:n",
  SpokenLanguage: "language primary:b",
  StepDto: "id name stepNumber:n",
  StructureDto: "name duration:n",
  TrackerDto:
    "id name count:n type=KEYWORD|SMART occurrences:[Occurrences] phrases:[TrackerPhrases]",
  TrackerLanguageKeyword: "language keywords:[] includeRelatedForms:b",
  TrackerPhrases: "count:n occurrences:[Occurrences] phrase",
  UserAccessDetails: "userId",
  UserActivity: "userId userEmailAddress userAggregateActivityStats:AggregateActivity",
  UserAggregateByPeriodActivities:
    "userId userEmailAddress userAggregateActivity:[AggregateActivityWithDates]",
  UserDayByDayActivity: "userId userEmailAddress userDailyActivityStats:[DailyActivityWithDates]",
  UserIntegrationStatus: "email exists:b valid:b userFacingError fixUrl helpUrl",
  UserMetadata:
    "id emailAddress created active:b emailAliases:[] trustedEmailAddress firstName lastName title phoneNumber extension personalMeetingUrls:[] settings:Settings managerId meetingConsentPageUrl conferencingProviders:[ConferencingProvider] spokenLanguages:[SpokenLanguage]",
  UserSettingsHistory:
    "setting=webConferencesRecorded|preventWebConferenceRecording|emailsImported|preventEmailImport|active|nonRecordedMeetingsImported|gongConnectEnabled|callsImported|interviewsRecorded|preventInterviewRecording value:b time",
  UserSimpleMetadata: "id fullName emailAddress",
  UserSpeaker: "id userId talkTime:n",
  WebFindingDto: "domain title url",
  WorkspaceMetadata: "id name description",
};
