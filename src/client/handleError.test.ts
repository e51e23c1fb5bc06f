import { SpectralError } from "@prismatic-io/spectral";
import axios from "axios";
import { shownBy } from "../../tests/support/shown";
import { GongError } from "./errors";
import { handleError } from "./handleError";

describe("What an action throws", () => {
  it("passes as it is when the component made it for the builder", () => {
    const details = { operation: "List Users", gongErrors: [], hint: "Wait.", attempts: 1 };
    for (const error of [
      new GongError("It failed.", { code: "unavailable", ...details }),
      new SpectralError("Call Id must be a number."),
    ]) {
      expect(handleError(error)).toBe(error);
    }
  });

  it("loses its request when an HTTP library made it", async () => {
    const error = await axios
      .get("http://canary:canary@127.0.0.1:1/canary", { headers: { Authorization: "canary" } })
      .catch((thrown: unknown) => thrown);
    expect(shownBy(error)).toContain("canary");
    const shown = handleError(error);
    expect(shown).toBeInstanceOf(SpectralError);
    expect(shown).toMatchObject({ message: "The request to Gong failed (ECONNREFUSED)." });
    expect(shownBy(shown)).not.toContain("canary");
  });

  it("keeps its words only when it is a fault of the component, and nobody in them", () => {
    const fault = Object.assign(new TypeError("cannot read robin@x.example of +14255550142"), {
      config: { headers: { Authorization: "canary" } },
      cause: new Error("canary"),
    });
    const shown = handleError(fault);
    expect(shown).toBeInstanceOf(SpectralError);
    expect(shown).toMatchObject({ message: "cannot read [email address] of [phone number]" });
    expect(shownBy(shown)).not.toMatch(/canary|robin|4255550142/);
  });

  it.each(["text", 7, null, undefined, { message: "canary" }])("may be no error: %j", (thrown) => {
    expect(handleError(thrown)).toMatchObject({ message: "Unknown fault", isSpectralError: true });
  });
});
