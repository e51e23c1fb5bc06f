import { readdirSync, readFileSync } from "node:fs";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { loadComponent } from "../scripts/support/component";
import { makeRecording } from "../scripts/support/recording";
import { exampleInputs } from "./support/examples";
import { startGong, type TestGong } from "./support/gong";

type Schema = { properties?: Record<string, Schema>; items?: Schema; type?: string | string[] };

// Without a connection an action asks Gong for nothing.
const actions = Object.values(loadComponent().actions).filter(
  ({ key, inputs }) => key !== "rawRequest" && inputs.some(({ type }) => type === "connection"),
);
const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
const day = 24 * 3600_000;

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong({ processingSeconds: 0 });
});
afterAll(() => gong.stop());

/** Values that stand for something in the local Gong, over an action's own examples. */
async function realInputs(key: string): Promise<Record<string, unknown>> {
  const { company, clock } = gong.sandbox;
  const [workspace] = company.workspaces;
  const user = company.users.find(
    ({ active, settings, avatar }) => active && !avatar && settings.telephonyCallsImported,
  );
  const call = company.calls.find(({ parties }) => (parties?.length ?? 0) > 1);
  const organizerEmail = user?.emailAddress;
  const range = {
    fromDateTime: new Date(clock.now() - 200 * day).toISOString(),
    toDateTime: new Date(clock.now() + day).toISOString(),
    cursor: undefined,
  };
  const newCall = {
    clientUniqueId: `answers-${key}`,
    primaryUser: user?.id,
    parties: [
      { userId: user?.id, partyId: "1" },
      { phoneNumber: "+15550142", partyId: "2" },
    ],
    workspaceId: workspace?.id,
    downloadMediaUrl: undefined,
  };
  const meeting = async () =>
    (
      await gong.run("createNewGongMeeting", {
        ...exampleOf("createNewGongMeeting"),
        organizerEmail,
      })
    ).data.meetingId;
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  const days = () => ({
    fromDate: dayOf(clock.now() - 100 * day),
    toDate: dayOf(clock.now() - day),
    userIds: undefined,
  });
  const inputs: Record<string, () => object | Promise<object>> = {
    listInteractionStats: days,
    listMultipleUsersAggregateActivity: days,
    listMultipleUsersAggregateByPeriod: days,
    listMultipleUsersDayByDayActivity: days,
    searchCalls: () => ({ ...range, hostIds: undefined, workspaceId: undefined }),
    listAnsweredScorecards: () => ({
      callFromDate: undefined,
      callToDate: undefined,
      reviewFromDate: undefined,
      reviewToDate: undefined,
      scorecardIds: undefined,
      reviewedUserIds: undefined,
    }),
    listCallsExtensive: () => ({
      ...range,
      callIds: [call?.id],
      primaryUserIds: undefined,
      workspaceId: undefined,
    }),
    addMedia: async () => ({
      callId: (await gong.run("createNewCall", { ...exampleOf("createNewCall"), ...newCall })).data
        .callId,
      fileInput: makeRecording(61, 7),
    }),
    createNewCall: () => newCall,
    getRequestStatus: async () => {
      const { data } = await gong.run("uploadCrmData", exampleOf("uploadCrmData"));
      return { clientRequestId: data.clientRequestId };
    },
    uploadCrmData: () => ({ clientRequestId: "answers" }),
    uploadCallRecording: () => ({
      ...{ clientUniqueId: "upload", primaryUser: user?.id, workspaceId: workspace?.id },
      ...{ parties: undefined, fileInput: makeRecording(61, 8), waitUntilVisible: "true" },
    }),
    createNewGongMeeting: () => ({ organizerEmail }),
    updateGongMeeting: async () => ({ meetingId: await meeting(), organizerEmail }),
    deleteMeeting: async () => ({ meetingId: await meeting(), organizerEmail }),
    getCallTranscript: () => ({ ...range, callIds: [call?.id], workspaceId: undefined }),
    getCallUsingGet: () => ({ callId: call?.id }),
    getLogsDataByTypeAndTimeRange: () => range,
    getUser: () => ({ userId: user?.id }),
    listCallsInFolder: async () => ({
      folderId: (await gong.pick("folders", { workspaceId: workspace?.id }))[0]?.key,
      workspaceId: workspace?.id,
    }),
    listCallsUsingGet: () => ({ ...range, workspaceId: workspace?.id }),
    listLibraryFolders: () => ({ workspaceId: workspace?.id }),
    listUsers: () => ({ cursor: undefined, includeAvatars: "true" }),
    listReferencesToAnEmailAddress: () => ({
      emailAddress: call?.parties?.find(
        ({ affiliation, emailAddress }) => affiliation === "External" && emailAddress,
      )?.emailAddress,
    }),
    customActionEvent: () => ({ workspaceId: workspace?.id, eventId: `event-${key}` }),
    customSharedEvent: () => ({ workspaceId: workspace?.id, eventId: `event-${key}` }),
    customViewedEvent: () => ({ workspaceId: workspace?.id, eventId: `event-${key}` }),
  };
  return { ...exampleOf(key), cursor: undefined, ...(await inputs[key]?.()) };
}

function exampleOf(key: string): Record<string, unknown> {
  const action = actions.find((candidate) => candidate.key === key);
  if (!action) throw new Error(`There is no action ${key}.`);
  return exampleInputs(action);
}

/** Fields of an answer that its schema says nothing of, as paths. */
function undescribed(value: unknown, schema: Schema | undefined, path = ""): string[] {
  if (Array.isArray(value))
    return value.flatMap((item) => undescribed(item, schema?.items, `${path}[]`));
  if (typeof value !== "object" || value === null) return schema ? [] : [path];
  if (!schema) return [path];
  // An object without properties is described as one that can hold anything.
  if (!schema.properties) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    undescribed(item, schema.properties?.[name], path ? `${path}.${name}` : name),
  );
}

it("has every ID that forms, pickers, and documents show", async () => {
  const its = await startGong();
  const { company } = its.sandbox;
  const crm = (await its.run("listGenericCrmIntegration")).data;
  const first = (await its.run("listUsers")).data.users[0];
  await its.stop();
  const there = JSON.stringify([company, crm]);
  const { actions, triggers, dataSources } = loadComponent();
  const pages = readdirSync("docs").filter((name) => name.endsWith(".md"));
  const shown = JSON.stringify([
    ...Object.values({ ...actions, ...triggers }).map(({ inputs }) => inputs),
    Object.values(dataSources),
    ...pages.map((name) => readFileSync(`docs/${name}`, "utf8")),
  ]);
  // Not numbers in web addresses, and not the sample for a number that lost digits.
  const ids = new Set(shown.match(/(?<![\w/.-])(?:\d{15,20}|00[136]\w{15})(?![\w.])/g));
  expect(ids.size).toBeGreaterThan(8);
  expect([...ids].filter((id) => !there.includes(id))).toEqual([]);
  expect(first).toMatchObject({ active: true, id: "234599484848423" });
  expect(company.calls.some(({ primaryUserId }) => primaryUserId === first.id)).toBe(true);
});

describe("The local Gong's answer", () => {
  it.each(actions)("to $key fits the output schema, which describes all of it", async (action) => {
    // What registers and deletes the integration would take it from the others.
    const isOwn = action.key.endsWith("GenericCrmIntegration");
    const hasCrmIntegration = action.key !== "registerGenericCrmIntegration";
    const its = isOwn ? await startGong({ callCount: 1, hasCrmIntegration }) : gong;
    const { data } = await its.run(action.key, await realInputs(action.key));
    if (isOwn) await its.stop();
    if (action.outputSchema?.type !== "actionOutput") throw new Error("has no output schema");
    const schema = JSON.parse(action.outputSchema.schema);
    const validate = ajv.compile(schema);
    validate(data);
    expect(validate.errors ?? []).toEqual([]);
    expect([...new Set(undescribed(data, schema))]).toEqual([]);
  });
});
