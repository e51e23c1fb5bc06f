/** What the platform says of a run beside its body, in the example of every trigger. */
export const exampleRun = {
  headers: {},
  queryParameters: {},
  rawBody: { data: "" },
  pathFragment: "",
  webhookUrls: { "Gong Calls": "https://hooks.example.com/trigger/SW5zdGFuY2VGbG93" },
  webhookApiKeys: { "Gong Calls": [] },
  invokeUrl: "https://hooks.example.com/trigger/SW5zdGFuY2VGbG93",
  executionId: "SW5zdGFuY2VFeGVjdXRpb24",
  customer: { id: "Q3VzdG9tZXI", externalId: "harbourline", name: "Harbourline" },
  instance: { id: "SW5zdGFuY2U", name: "Gong" },
  user: { id: "VXNlcg", email: "ada@harbourline.example", name: "Ada Quill", externalId: "1" },
  integration: { id: "SW50ZWc", name: "Gong", versionSequenceId: "1", externalVersion: "1" },
  flow: { id: "Rmxvdw", name: "Gong Calls", stableId: "gong-calls" },
  startedAt: "2026-03-01T18:05:00Z",
  globalDebug: false,
};
