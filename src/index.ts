import { component } from "@prismatic-io/spectral";
import * as actions from "./actions";
import { handleError } from "./client/handleError";
import { apiKeyConnection } from "./connections/apiKey";
import { gongOauth2Connection } from "./connections/oauth2";
import * as dataSources from "./dataSources";
import { triggers } from "./triggers";
import { withState } from "./triggers/withState";

const gong = component({
  key: "gong",
  public: false,
  display: {
    label: "Gong",
    description:
      "Work with the calls, transcripts, users, and everything else in your Gong account.",
    iconPath: "icon.png",
    category: "Application Connectors",
  },
  connections: [apiKeyConnection, gongOauth2Connection],
  actions,
  dataSources,
  triggers,
  hooks: { error: handleError },
});

export default withState(gong);
