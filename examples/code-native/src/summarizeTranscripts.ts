import { flow } from "@prismatic-io/spectral";

interface Transcript {
  readonly callId: string;
  readonly transcript: readonly { readonly sentences: readonly { readonly text: string }[] }[];
}

/** What New Records hands over when it polls for transcripts. */
interface NewTranscripts {
  readonly created: readonly Transcript[];
}

interface CallAnswer {
  readonly data: {
    readonly call: {
      readonly title: string | null;
      readonly primaryUserId: string | null;
      readonly workspaceId: string | null;
    };
  };
}

interface UserAnswer {
  readonly data: { readonly user: { readonly firstName: string; readonly lastName: string } };
}

interface WorkspacesAnswer {
  readonly data: { readonly workspaces: readonly { readonly id: string; readonly name: string }[] };
}

/**
 * Gives a line for each transcript that has become available since the poll before: what the call
 * was about, who held it, for which team, and how much was said.
 */
export const summarizeTranscripts = flow({
  name: "Summarize Transcripts",
  stableKey: "summarize-transcripts",
  description: "Sum up every transcript that has become available in Gong.",
  schedule: { configVar: "Schedule" },
  onTrigger: {
    component: "gong",
    key: "pollChangesTrigger",
    values: {
      connection: { configVar: "Gong Connection" },
      resourceType: { value: "transcripts" },
      showNewRecords: { value: true },
    },
  },
  onExecution: async ({ components: { gong }, configVars, logger }, { onTrigger }) => {
    const connection = configVars["Gong Connection"];
    const { created } = onTrigger.results.body.data as NewTranscripts;
    const workspaces = await gong.listWorkspaces<WorkspacesAnswer>({ connection });
    const names = new Map(workspaces.data.workspaces.map(({ id, name }) => [id, name]));

    const summaries = [];
    for (const { callId, transcript } of created) {
      const { call } = (await gong.getCallUsingGet<CallAnswer>({ connection, callId })).data;
      const host = call.primaryUserId
        ? (await gong.getUser<UserAnswer>({ connection, userId: call.primaryUserId })).data.user
        : undefined;
      const said = transcript.flatMap(({ sentences }) => sentences.map(({ text }) => text));
      summaries.push({
        callId,
        title: call.title,
        host: host && `${host.firstName} ${host.lastName}`,
        workspace: names.get(call.workspaceId ?? ""),
        words: said.join(" ").split(/\s+/).filter(Boolean).length,
      });
    }
    logger.info(`Summed up ${summaries.length} transcripts.`);
    return { data: summaries };
  },
});
