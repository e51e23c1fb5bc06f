import { loadComponent } from "../scripts/support/component";
import { exampleInputs } from "./support/examples";
import { startGong, type TestGong } from "./support/gong";
import { createRequestChecker, hasDescription } from "./support/openapi";

// Without a connection an action asks Gong for nothing.
const actions = Object.values(loadComponent().actions).filter(
  ({ key, inputs }) => key !== "rawRequest" && inputs.some(({ type }) => type === "connection"),
);
// Without Gong's description there is nothing to compare with, and the output says so.
const whenDescribed = hasDescription ? describe : describe.skip;

whenDescribed("A request made from an action's own examples", () => {
  let gong: TestGong;
  beforeAll(async () => {
    gong = await startGong();
  });
  afterAll(() => gong.stop());

  it.each(actions)("of $key is one that Gong describes", async (action) => {
    gong.sandbox.clearRequests();
    // The ids of examples exist nowhere, so the answer may be an error; the request counts.
    await gong.run(action.key, exampleInputs(action)).catch((error: Error) => {
      expect(error.name).toMatch(/^Gong/);
    });
    expect(gong.sandbox.requests).not.toHaveLength(0);
    const checker = createRequestChecker();
    expect(gong.sandbox.requests.flatMap(checker.problemsOf)).toEqual([]);
  });

  it("is refused when it has a field that Gong does not know", () => {
    const checker = createRequestChecker();
    const request = {
      method: "POST",
      path: "/v2/calls",
      query: { a: "1" },
      body: { parties: [{ mail: "x" }] },
    };
    const problems = checker.problemsOf(request as never);
    expect(problems).toContain("query: a is unknown");
    expect(problems.join("\n")).toMatch(/clientUniqueId/);
    expect(problems.join("\n")).toMatch(/\/parties\/0: must NOT have additional properties/);
  });
});
