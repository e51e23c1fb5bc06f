const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const TerserPlugin = require("terser-webpack-plugin");

/** @type {import("webpack").Configuration} */
module.exports = {
  mode: "production",
  target: "node20",
  entry: { index: "./src/index.ts" },
  output: {
    path: path.resolve(__dirname, "dist"),
    filename: "[name].js",
    library: { type: "commonjs2", export: "default" },
    clean: true,
    // Written even when nothing changed, so that its age tells whether it is up to date.
    compareBeforeEmit: false,
  },
  resolve: {
    extensions: [".ts", ".js"],
    alias: {
      // Only spectral's test helpers call it, and the component calls none of those.
      "jest-mock": false,
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
  plugins: [new CopyPlugin({ patterns: ["assets/icon.png"] })],
  performance: { hints: false },
  stats: { all: false, assets: true, errors: true, warnings: true },
};
