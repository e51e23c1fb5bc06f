import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Configuration, NormalModuleReplacementPlugin, webpack } from "webpack";
import { root } from "../../scripts/support/component";
import { makeTemporaryFolder } from "../../scripts/support/temporaryFolder";

/** The part of the component whose weight is compared from version to version. */
const actions = `addMedia createNewCall createNewGongMeeting customActionEvent customSharedEvent
  customViewedEvent deleteEmailAddressAndAssociatedElements deleteMeeting
  deletePhoneNumberAndAssociatedElements evaluateAutomationRules getCallTranscript getCallUsingGet
  getLogsDataByTypeAndTimeRange getUser listCallsInFolder listCallsUsingGet listLibraryFolders
  listReferencesToAPhoneNumber listReferencesToAnEmailAddress listUsers listWorkspaces rawRequest
  updateGongMeeting`.split(/\s+/);
const dataSources = ["automationRules", "calls", "folders", "users", "workspaces"];

const source = (file: string) => path.join(root, "src", file);
const textOf = (file: string) => readFileSync(file, "utf8");

/** The lines of an index that export or import what is part of the core, made absolute. */
function linesOfCore(index: string, keys: readonly string[]): string {
  const folder = path.dirname(source(index));
  return textOf(source(index))
    .split("\n")
    .filter((line) => {
      const [, key = ""] = /^export \{ (\w+) \}/.exec(line) ?? [];
      return key === "" || keys.includes(key);
    })
    .join("\n")
    .replace(/from "\.\//g, `from "${folder}/`);
}

/** Lists of actions and data sources that hold the core alone, by the request that asks for each. */
const indexes = {
  "./actions": linesOfCore("actions/index.ts", actions),
  "./dataSources": linesOfCore("dataSources/index.ts", dataSources),
};

/** The files of the component that the core consists of and their lines, generated ones aside. */
export function sizeOfCore(): { readonly files: number; readonly lines: number } {
  const files = new Set([source("index.ts")]);
  const follow = (text: string, folder: string): void => {
    for (const [, request = ""] of text.matchAll(/(?:from|import\()\s*"([./][^"]*)"/g)) {
      const target = path.resolve(folder, request);
      const file = [`${target}.ts`, `${target}/index.ts`].find(existsSync);
      if (!file || files.has(file) || request in indexes) continue;
      files.add(file);
      follow(textOf(file), path.dirname(file));
    }
  };
  follow(textOf(source("index.ts")), source(""));
  for (const text of Object.values(indexes)) follow(text, source(""));
  files.delete(source("schemas/gong.ts"));
  const texts = [...[...files].map(textOf), ...Object.values(indexes)];
  const lines = texts.reduce((sum, text) => sum + text.trimEnd().split("\n").length, 0);
  return { files: texts.length, lines };
}

/** Bytes of the bundle that holds the core alone. */
export async function bundleOfCore(): Promise<number> {
  const folder = makeTemporaryFolder();
  try {
    const target = folder.environment.TMPDIR;
    const config = require(path.join(root, "webpack.config.js")) as Configuration;
    const plugins = Object.entries(indexes).map(([request, text]) => {
      const file = path.join(target, `${path.basename(request)}.ts`);
      writeFileSync(file, text);
      return new NormalModuleReplacementPlugin(new RegExp(`^\\${request}$`), (resource) => {
        if (resource.context === source("")) resource.request = file;
      });
    });
    const output = path.join(target, "dist");
    await new Promise<void>((resolve, reject) => {
      const aside = { ...config, output: { ...config.output, path: output } };
      webpack({ ...aside, plugins: [...plugins, ...(config.plugins ?? [])] }, (error, stats) => {
        if (error || stats?.hasErrors()) reject(error ?? new Error(stats?.toString("errors-only")));
        else resolve();
      });
    });
    return Buffer.byteLength(textOf(path.join(output, "index.js")));
  } finally {
    folder.remove();
  }
}
