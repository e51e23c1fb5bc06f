import component from "..";
import { apiKeyConnection } from "./apiKey";
import { gongOauth2Connection } from "./oauth2";

describe("The connections", () => {
  it("keep the keys that integrations refer to", () => {
    expect(component.connections?.map(({ key }) => key)).toEqual(["gongApiKey", "oauth2"]);
  });

  it("hide what is secret while it is typed", () => {
    expect(apiKeyConnection.inputs.accessKeySecret.type).toBe("password");
    expect(gongOauth2Connection.inputs.clientSecret.type).toBe("password");
  });

  it("ask for consent and tokens where Gong gives them, without the builder's doing", () => {
    const { authorizeUrl, tokenUrl } = gongOauth2Connection.inputs;
    expect(authorizeUrl).toMatchObject({
      default: "https://app.gong.io/oauth2/authorize",
      shown: false,
    });
    expect(tokenUrl).toMatchObject({
      default: "https://app.gong.io/oauth2/generate-customer-token",
      shown: false,
    });
  });
});
