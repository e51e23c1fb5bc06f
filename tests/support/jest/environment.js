const { TestEnvironment } = require("jest-environment-node");

/**
 * Runs tests in the context of the process itself, in which packages can be shared between test
 * files (runtime.js): an Error of theirs is an Error of the tests too.
 */
module.exports = class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    const { moduleMocker, fakeTimersModern } = this;
    this.global = globalThis;
    this.moduleMocker = new moduleMocker.constructor(globalThis);
    this.fakeTimersModern = new fakeTimersModern.constructor({
      config: config.projectConfig,
      global: globalThis,
    });
  }
};
