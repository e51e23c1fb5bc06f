const { availableParallelism } = require("node:os");

/** Packages published only as ES modules, which Jest must transform like our own code. */
const esModulePackages = ["jose", "yoctocolors"];

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/src", "<rootDir>/sandbox", "<rootDir>/scripts", "<rootDir>/tests"],
  testMatch: ["**/*.test.ts"],
  transform: {
    "^.+\\.(t|j)s$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModulePackages.join("|")})/)`],
  // As in the bundle. Loading them anew takes a third of the time of most suites.
  moduleNameMapper: {
    "^lodash/(.*)$": "es-toolkit/compat/$1",
    "^date-fns(/.*)?$|/(convertIntegration(Configuration)?|configurationSchema)$":
      "<rootDir>/tests/support/leftOut.js",
  },
  globalSetup: "<rootDir>/tests/support/build.ts",
  setupFiles: ["<rootDir>/tests/support/allowLocal.ts"],
  // Some suites mostly wait for other programs or for the pace of requests; others use that time.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  // Only what hangs shall fail, not what runs on a busy machine.
  testTimeout: 120_000,
};
