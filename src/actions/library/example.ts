/** A library folder for example payloads. */
export const exampleFolder = {
  id: "3843152912968920037",
  name: "Openings that work",
  createdBy: "234599484848423",
  updated: "2026-03-02T16:40:00-08:00",
};

/** A folder and its parent, which has none of its own (G17). */
export const exampleFolders = [
  { ...exampleFolder, parentFolderId: "295738305212375930" },
  {
    id: "295738305212375930",
    name: "Best of discovery",
    parentFolderId: "null",
    createdBy: "234599484848423",
    updated: "2026-02-11T10:15:00-08:00",
  },
];

/** A call in a library folder. */
export const exampleFolderCall = {
  id: "7782342274025937895",
  title: "Pricing review with Northmoor",
  note: "Listen to the pause after the price.",
  addedBy: "234599484848423",
  created: "2026-03-02T16:40:00-08:00",
  url: "https://app.gong.io/call?id=7782342274025937895",
  snippet: { fromSec: 21, toSec: 132 },
};
