import component from "../src/index";
import { exampleInputs } from "./support/examples";
import { startGong, type TestGong } from "./support/gong";

const actions = Object.values(component.actions ?? {}).filter(
  ({ key, inputs }) => key !== "rawRequest" && inputs.some(({ type }) => type === "connection"),
);

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong({ callCount: 1 });
});
afterAll(() => gong.stop());

describe("The description", () => {
  it.each(actions)("of $key names the scope that Gong asks for (G6)", async (action) => {
    const inputs = { ...exampleInputs(action), connection: gong.oauthConnection([]) };
    const error = await gong.fail(action.key, inputs);
    expect(error).toMatchObject({ name: "GongConnectionError", code: "missing_scope" });
    expect(action.display.description).toContain(`Scope: ${error.scope}.`);
  });
});
