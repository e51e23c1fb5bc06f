/** A library folder for example payloads. */
export const exampleFolder = {
  id: "3843152912968920037",
  name: "Openings that work",
  createdBy: "234599484848423",
  updated: "2026-03-02T16:40:00-08:00",
};
