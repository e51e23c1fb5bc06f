const { readdirSync, readFileSync } = require("node:fs");
const path = require("node:path");
const { Compilation, sources } = require("webpack");

/**
 * A webpack plugin that puts `licenses.txt` beside the bundle: name, version, license and its text
 * for each package of which a module is in the bundle. A package without a text fails the build.
 */
module.exports = class LicensesPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("LicensesPlugin", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "LicensesPlugin", stage }, () => {
        const text = foldersOf(compilation.modules)
          .map(licenseOf)
          .join(`\n\n${"-".repeat(80)}\n\n`);
        compilation.emitAsset("licenses.txt", new sources.RawSource(text));
      });
    });
  }
};

/** Folders of the packages that modules come from; those that webpack has joined hold others. */
function foldersOf(modules) {
  const files = [...modules].flatMap((module) => [module, ...(module.modules ?? [])]);
  const folders = files.flatMap(
    ({ resource }) =>
      /^.*[\\/]node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+/.exec(resource ?? "")?.[0] ?? [],
  );
  return [...new Set(folders)].sort();
}

function licenseOf(folder) {
  const { name, version, license } = JSON.parse(
    readFileSync(path.join(folder, "package.json"), "utf8"),
  );
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  if (!file) throw new Error(`${name} has no license text to pass on.`);
  return `${name} ${version} (${license})\n\n${readFileSync(path.join(folder, file), "utf8").trim()}\n`;
}
