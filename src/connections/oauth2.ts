import { OAuth2Type, oauth2Connection } from "@prismatic-io/spectral";
import { settingInputs } from "./settings";

/** Key of the OAuth connection; integrations refer to it. */
export const oauth2ConnectionKey = "oauth2";

/** OAuth 2.0 connection, without PKCE (G3). No Base URL: the API host comes with the token (G1). */
export const gongOauth2Connection = oauth2Connection({
  key: oauth2ConnectionKey,
  display: {
    label: "Gong OAuth 2.0",
    description:
      "Connect through your OAuth app in Gong (Company settings > Ecosystem > API > Integrations). Your customer signs in to Gong and allows access.",
  },
  oauth2Type: OAuth2Type.AuthorizationCode,
  inputs: {
    authorizeUrl: {
      label: "Authorize URL",
      type: "string",
      required: true,
      shown: false,
      default: "https://app.gong.io/oauth2/authorize",
      comments: "Where Gong asks your customer for consent.",
    },
    tokenUrl: {
      label: "Token URL",
      type: "string",
      required: true,
      shown: false,
      default: "https://app.gong.io/oauth2/generate-customer-token",
      comments: "Where codes and refresh tokens are exchanged for access tokens.",
    },
    scopes: {
      label: "Scopes",
      type: "string",
      required: false,
      default: "api:calls:create api:calls:read:basic",
      comments:
        "The scopes to ask for, separated by spaces. Your app in Gong needs them too. The default covers Create New Call, Add Call Media, List Calls, and Get Call. Each action names its scope in its description. Gong lists all scopes at https://help.gong.io/hc/en-us/articles/13944551222157-Create-an-app-for-Gong",
      placeholder: "api:calls:create api:calls:read:basic",
      example: "api:calls:read:basic api:calls:read:transcript api:users:read",
    },
    clientId: {
      label: "API Key",
      type: "string",
      required: true,
      comments: "The client ID of your OAuth app. Gong shows it when you save the app.",
      placeholder: "Client ID",
      example: "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345",
    },
    clientSecret: {
      label: "API Secret",
      type: "password",
      required: true,
      comments: "The client secret of your OAuth app. Gong shows it when you save the app.",
      placeholder: "Client secret",
      example: "example-client-secret",
    },
    ...settingInputs,
  },
});
