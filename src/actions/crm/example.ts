/** Uploaded objects for example payloads. */
export const exampleObjects = {
  crmObjectsMap: {
    "0013601230sV7grAAC": {
      objectId: "0013601230sV7grAAC",
      modifiedDate: "2026-03-01T09:00:00Z",
      name: "Northmoor",
      domains: ["northmoor.example"],
    },
  },
};

/** The status of an upload for example payloads. */
export const exampleStatus = {
  status: "FAILED",
  errors: [{ line: 2, description: "Mandatory field [modifiedDate] is missing or empty" }],
  totalErrorCount: 1,
  totalSuccessCount: 41,
};

/** Fields of a schema for example payloads. */
export const exampleSchemaFields = {
  objectTypeToSelectedFields: {
    ACCOUNT: [
      {
        uniqueName: "industry",
        label: "Industry",
        type: "STRING",
        lastModified: null,
        isDeleted: false,
        referenceTo: null,
        orderedValueList: null,
      },
    ],
  },
};
