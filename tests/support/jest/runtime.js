const Module = require("node:module");
const { compileFunction } = require("node:vm");
const { default: Runtime } = require("jest-runtime");

/** What is loaded once for all test files of a worker: everything but tests and what helps them. */
const shared = /[\\/](node_modules|dist|src|sandbox|scripts|benchmarks)[\\/](?!.*\.test\.ts$)/;

/** Of all files that were transformed, so that errors name lines as they are written. */
const sourceMaps = new Map();
let transformCache;

Module._extensions[".ts"] = (module, file) => module._compile(transformCache.transform(file), file);

/**
 * Loads modules as Node.js does, once for each worker. Jest would load each anew for every test file,
 * which takes longer than most tests; what is loaded keeps no state but by address of a server.
 */
module.exports = class extends Runtime {
  constructor(...args) {
    super(...args);
    const { executor } = this;
    transformCache = this.transformCache;
    transformCache.sourceMaps = sourceMaps;
    executor.compile = (source, filename) =>
      compileFunction(source, executor.injectedModuleParameters, { filename });
  }

  requireModule(from, name, options, isActual) {
    if (name && !options?.isInternalModule && !this._resolution.isCoreModule(name)) {
      const file = this._resolution.resolveCjs(from, name);
      if (shared.test(file)) return require(file);
    }
    return super.requireModule(from, name, options, isActual);
  }
};
module.exports.default = module.exports;
