const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const TerserPlugin = require("terser-webpack-plugin");
const { NormalModuleReplacementPlugin } = require("webpack");

/**
 * What the packages bring along and the component never uses at run time, each with its reason and
 * the package that asks for it.
 * In its place stands a module that throws when anything of it is called, so that a test that runs
 * the bundle shows whether it is reached after all.
 */
const leftOut = [
  // Mocks and harnesses for tests.
  [/^\.\/testing$/, "the test helpers of spectral", /spectral/],
  // Integrations written in code; a component is no integration.
  [/\/convertIntegration(Configuration)?$/, "the code-native part of spectral", /spectral/],
  [/\/configurationSchema$/, "the code-native part of spectral", /spectral/],
  // Calls to other flows, which a component's actions do not make; the client has axios of its own.
  [/^axios$/, "spectral's calls to other flows", /spectral/],
  // Conversions of values; src/inputs/ reads them, and names the input when it cannot.
  [/^date-fns(\/|$)/, "the date library", /spectral/],
  [/^lodash\/omitBy$/, "spectral's conversion of objects", /spectral/],
  [/^safe-stable-stringify$/, "spectral's conversion to JSON", /spectral/],
  [/^valid-url$/, "spectral's check of addresses", /spectral/],
  // Automation rules have predicates of their own.
  [/^\.\/conditionalLogic$/, "spectral's conditional logic", /spectral/],
  // Templates for the fields of connections, of which these have none.
  [/^lodash\/merge$/, "spectral's connection templates", /spectral/],
  // The runner is Node.js, where axios takes its adapter for http.
  [/^\.\/(xhr|fetch)\.js$/, "the adapters of axios for browsers", /axios.lib.adapters/],
  // The client uses no proxy, so that credentials go to the connection's host and nowhere else.
  [/^https-proxy-agent$|^proxy-from-env$|\/shouldBypassProxy\.js$/, "proxies", /axios/],
  // Every request goes to a host.
  [/\/(fromDataURI|estimateDataURLDecodedBytes)\.js$/, "addresses that hold their data", /axios/],
  // Every part of a multipart body names its type.
  [/^mime-types$/, "the table of media types", /form-data/],
  // The client follows no redirects, for the same reason.
  [/^follow-redirects$/, "redirects", /axios/],
];

/** A module of which everything can be looked at and nothing called. */
const unusable = (what) =>
  `data:application/node,${encodeURIComponent(
    `const fail = () => { throw new Error("Left out of the bundle: ${what}."); };
    const standIn = new Proxy(function () {}, {
      get: (_, name) => (name === "__esModule" || typeof name === "symbol" ? undefined : standIn),
      apply: fail, construct: fail,
    });
    module.exports = standIn;`,
  )}`;

/** Ways to write numbers are half of what the phone library knows; here they are only checked. */
function withoutFormats(json) {
  const metadata = JSON.parse(json);
  const formats = 4;
  for (const country of Object.values({ ...metadata.countries, ...metadata.nonGeographic })) {
    if (country[formats]) country[formats] = 0;
  }
  return metadata;
}

/** @type {import("webpack").Configuration} */
module.exports = {
  mode: "production",
  target: "node20",
  entry: { index: "./src/index.ts" },
  output: {
    path: path.resolve(__dirname, "dist"),
    filename: "[name].js",
    // The component is the export "default": prism, the platform and the manifest generator read that.
    library: { type: "commonjs2" },
    clean: true,
    // Written even when nothing changed, so that its age tells whether it is up to date.
    compareBeforeEmit: false,
  },
  resolve: {
    extensions: [".ts", ".js"],
    // The same functions as lodash's in a third of its size.
    alias: {
      lodash: "es-toolkit/compat",
      // As JSON, so that the rule below applies to it, and not as a module around it.
      "libphonenumber-js/metadata.min.json": require.resolve("libphonenumber-js/metadata.min.json"),
    },
  },
  module: {
    rules: [
      {
        test: /\.ts$/,
        loader: "swc-loader",
        options: { jsc: { parser: { syntax: "typescript" }, target: "es2022" } },
      },
      {
        test: /libphonenumber-js.metadata\.min\.json$/,
        type: "json",
        parser: { parse: withoutFormats },
      },
    ],
  },
  optimization: {
    minimizer: [
      new TerserPlugin({
        minify: TerserPlugin.swcMinify,
        extractComments: false,
        // Errors are told apart by their class's name, by people and by the platform.
        terserOptions: { mangle: { keep_classnames: true }, compress: { keep_classnames: true } },
      }),
    ],
  },
  plugins: [
    new CopyPlugin({ patterns: ["assets/icon.png"] }),
    // The same code for engines as new as Node.js 20, a third smaller.
    new NormalModuleReplacementPlugin(/^\.\.\/es6\//, (resource) => {
      if (!/libphonenumber-js/.test(resource.context)) return;
      resource.request = resource.request.replace("es6", "es6-modern");
    }),
    ...leftOut.map(
      ([request, what, issuer]) =>
        new NormalModuleReplacementPlugin(request, (resource) => {
          if (issuer.test(resource.context)) resource.request = unusable(what);
        }),
    ),
  ],
  performance: { hints: false },
  stats: { all: false, assets: true, errors: true, warnings: true },
};
