import { connection } from "@prismatic-io/spectral";
import { settingInputs } from "./settings";

/** Key of the API Key connection; integrations refer to it. */
export const apiKeyConnectionKey = "gongApiKey";

/** API Key connection: HTTP Basic with a key and its secret (G2), on the key's own host (G1). */
export const apiKeyConnection = connection({
  key: apiKeyConnectionKey,
  display: {
    label: "API Key",
    description:
      "Connect with an access key from Gong, Company settings > Ecosystem > API. Only technical administrators can create one.",
  },
  inputs: {
    baseUrl: {
      label: "Base URL",
      type: "string",
      required: true,
      comments:
        "The address of your company's Gong API. Gong shows it beside the key, under Company settings > Ecosystem > API.",
      placeholder: "https://us-12345.api.gong.io",
      example: "https://us-12345.api.gong.io",
    },
    accessKey: {
      label: "Access Key",
      type: "string",
      required: true,
      comments: "The access key from Gong, Company settings > Ecosystem > API.",
      placeholder: "Access key",
      example: "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345",
    },
    accessKeySecret: {
      label: "Access Key Secret",
      type: "password",
      required: true,
      comments: "The secret of the access key. Gong shows it only once, when you create the key.",
      placeholder: "Access key secret",
      example: "eyJhbGciOiJIUzI1NiJ9.example",
    },
    ...settingInputs,
  },
});
