const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const TerserPlugin = require("terser-webpack-plugin");
const { NormalModuleReplacementPlugin } = require("webpack");

/**
 * What the packages bring along and the component never uses at run time, each with its reason.
 * In its place stands a module that throws when anything of it is touched, so that a test that
 * runs the bundle shows whether it is reached after all.
 */
const leftOut = [
  // Mocks for tests of other people's components.
  [/^jest-mock$/, "the test helpers of spectral"],
  // Integrations written in code; a component is no integration.
  [/\/convertIntegration(Configuration)?$/, "the code-native part of spectral"],
  [/\/configurationSchema$/, "the code-native part of spectral"],
  // Dates travel as text and are read by src/inputs/instant.ts.
  [/^date-fns(\/|$)/, "the date library"],
  // Every part of a multipart body names its type.
  [/^mime-types$/, "the table of media types"],
  // The client uses no proxy, so that credentials go to the connection's host and nowhere else.
  [/^https-proxy-agent$/, "proxies"],
  // Templates for the fields of connections, of which these have none.
  [/^lodash\/merge$/, "spectral's connection templates"],
  // A debugging aid that follow-redirects does without.
  [/^debug$/, "the debug log of follow-redirects"],
];

/** A module that can be imported and not used. */
const unusable = (what) =>
  `data:application/node,${encodeURIComponent(
    `module.exports = new Proxy(function () {}, { get(_, name) {
      if (name === "__esModule" || typeof name === "symbol") return undefined;
      throw new Error("Left out of the bundle: ${what} (" + name + ")");
    }, apply() { throw new Error("Left out of the bundle: ${what}"); } });`,
  )}`;

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
    alias: {
      // Imported here and required by spectral, it would be in the bundle twice.
      axios$: path.resolve(__dirname, "node_modules/axios/index.js"),
    },
  },
  module: {
    rules: [
      {
        test: /\.ts$/,
        loader: "swc-loader",
        options: { jsc: { parser: { syntax: "typescript" }, target: "es2022" } },
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
    ...leftOut.map(
      ([request, what]) =>
        new NormalModuleReplacementPlugin(request, (resource) => {
          resource.request = unusable(what);
        }),
    ),
  ],
  performance: { hints: false },
  stats: { all: false, assets: true, errors: true, warnings: true },
};
