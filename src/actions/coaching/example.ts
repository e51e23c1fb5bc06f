/** A manager's coaching for example payloads. */
export const exampleCoaching = {
  manager: { id: "563515258458745", emailAddress: "noor.hale@harbourline.example" },
  directReportsMetrics: [
    {
      report: { id: "234599484848423", emailAddress: "ada.quill@harbourline.example" },
      metrics: { callsListenedTo: ["7782342274025937895"], callsWithFeedback: [] },
    },
  ],
};
