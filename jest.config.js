const { availableParallelism } = require("node:os");

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "<rootDir>/tests/support/jest/environment.js",
  runtime: "<rootDir>/tests/support/jest/runtime.js",
  roots: ["<rootDir>/src", "<rootDir>/sandbox", "<rootDir>/scripts", "<rootDir>/tests"],
  testMatch: ["**/*.test.ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
    ],
  },
  reporters: ["default", "<rootDir>/tests/support/jest/reporter.js"],
  globalSetup: "<rootDir>/tests/support/build.ts",
  // Some suites mostly wait for other programs or for the pace of requests; others use that time.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  // Only what hangs shall fail, not what runs on a busy machine.
  testTimeout: 120_000,
};
