import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { makeFolder } from "../../../tests/support/processes";
import { root } from "../component";

import { checkPackage, normalizeModes } from "./package";

const folders = makeFolder("package");
const icon = readFileSync(path.join(root, "assets/icon.png"));
const display = { label: "Some", description: "Does something.", iconPath: "icon.png" };
const bundle = (component: object) => `exports.default = ${JSON.stringify(component)};`;
const whole = {
  "index.js": bundle({ key: "some", display }),
  "icon.png": icon,
  "licenses.txt": "MIT",
};

/** The same picture as its header has it, of another size. */
function resized(width: number, height: number): Buffer {
  const copy = Buffer.from(icon);
  copy.writeUInt32BE(width, 16);
  copy.writeUInt32BE(height, 20);
  return copy;
}

function folderWith(files: Readonly<Record<string, string | Buffer | undefined>>): string {
  const folder = mkdtempSync(path.join(folders, "package-"));
  for (const [name, content] of Object.entries(files)) {
    if (content !== undefined) writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

function adviceOn(files: Readonly<Record<string, string | Buffer | undefined>>): string {
  try {
    checkPackage(folderWith(files), "dist");
  } catch (error) {
    return (error as Error).message;
  }
  return "nothing";
}

describe("What is published", () => {
  it("is a bundle with its icon", () => {
    expect(checkPackage(folderWith(whole)).display).toEqual(display);
  });

  it("may hold icons of connections too", () => {
    const connections = [{ key: "one", iconPath: "one.png", avatarIconPath: "two.png" }];
    const files = { ...whole, "index.js": bundle({ key: "some", display, connections }) };
    expect(adviceOn({ ...files, "one.png": icon, "two.png": icon })).toBe("nothing");
    expect(adviceOn({ ...files, "one.png": icon })).toMatch(
      /^The icon dist\/two\.png is missing: /,
    );
  });

  const put = 'put a PNG of 256 by 256 pixels at assets/icon.png and run "npm run build".';
  const damaged = `The icon dist/icon.png is not a PNG, or is damaged: ${put}`;
  const incomplete =
    "dist/index.js has no default export with a key, a label, and a description: check src";
  const exportsItself = `module.exports = ${JSON.stringify({ key: "some", display })};`;
  const bundleOf = (changes: object) => ({
    "index.js": bundle({ key: "some", display: { ...display, ...changes } }),
  });
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), icon]);

  it.each([
    [
      "no bundle",
      { "index.js": undefined },
      'dist/index.js is missing: run "npm run build" first.',
    ],
    [
      "a bundle that does not load",
      { "index.js": 'throw new Error("No such thing\\nas this");' },
      'dist/index.js cannot be loaded (No such thing): run "npm run build" again.',
    ],
    ["a bundle that exports the component itself", { "index.js": exportsItself }, incomplete],
    ["a component without a description", bundleOf({ description: "" }), incomplete],
    [
      "a component that names no icon",
      bundleOf({ iconPath: undefined }),
      "The component has no icon: set display.iconPath in src/index.ts.",
    ],
    ["no icon", { "icon.png": undefined }, `The icon dist/icon.png is missing: ${put}`],
    ["an icon in another format under the same name", { "icon.png": jpeg }, damaged],
    ["an empty icon", { "icon.png": "" }, damaged],
    ["an icon that was cut off", { "icon.png": icon.subarray(0, icon.length - 100) }, damaged],
    [
      "an icon that is too small",
      { "icon.png": resized(64, 64) },
      `The icon dist/icon.png is 64 by 64: ${put}`,
    ],
    [
      "an icon that is no square",
      { "icon.png": resized(256, 128) },
      `The icon dist/icon.png is 256 by 128: ${put}`,
    ],
    [
      "a file that no build makes",
      { ".env": "PRISM_ACCESS_TOKEN=secret" },
      "dist/.env would be uploaded too: move it out of dist.",
    ],
  ])("is refused with %s", (_, files, advice) => {
    const message = adviceOn({ ...whole, ...files });
    expect(message.slice(0, advice.length)).toBe(advice);
    expect(message).not.toContain("\n");
  });

  it("has the same rights on every machine", () => {
    const folder = folderWith(whole);
    chmodSync(path.join(folder, "index.js"), 0o600);
    chmodSync(path.join(folder, "icon.png"), 0o664);
    normalizeModes(folder);
    const modes = ["index.js", "icon.png"].map(
      (name) => statSync(path.join(folder, name)).mode & 0o777,
    );
    expect(modes).toEqual([0o644, 0o644]);
  });
});
