const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const TerserPlugin = require("terser-webpack-plugin");
const { NormalModuleReplacementPlugin } = require("webpack");
const LicensesPlugin = require("./scripts/support/LicensesPlugin");

/**
 * What the packages bring along and the component never uses at run time, and the package that asks
 * for it. In its place stands a module that throws when anything of it is called, so that a test that
 * runs the bundle shows whether it is reached after all.
 */
const leftOut = [
  // Spectral's mocks and harnesses for tests.
  [/^\.\/testing$/, /spectral/],
  // Integrations written in code; a component is no integration.
  [/\/convertIntegration(Configuration)?$|\/configurationSchema$/, /spectral/],
  // Calls to other flows, which a component's actions do not make; the client has axios of its own.
  [/^axios$/, /spectral/],
  // Conversions of values; src/inputs/ reads them, and names the input when it cannot.
  [/^\.\/util$/, /spectral/],
  [/^\.\.\/conditionalLogic\/types$/, /spectral.dist.types/],
  // Reads names of safety back, which only integrations in code do.
  [/^lodash\/camelCase$/, /spectral/],
  // Templates for the fields of connections, of which these have none.
  [/^lodash\/merge$/, /spectral/],
  // The runner is Node.js, where axios takes its adapter for http.
  [/^\.\/(xhr|fetch)\.js$/, /axios.lib.adapters/],
  // The client uses no proxy, so that credentials go to the connection's host and nowhere else.
  [/^https-proxy-agent$|^proxy-from-env$|\/shouldBypassProxy\.js$/, /axios/],
  // Every request goes to a host, none to an address that holds its data.
  [/\/(fromDataURI|estimateDataURLDecodedBytes)\.js$/, /axios/],
  // Every part of a multipart body names its type.
  [/^mime-types$/, /form-data/],
  // Formats of recordings that Gong does not take, and the guess which format it is.
  [/\/(Ogg|Asf|WavPack|Musepack|Dsf|Dsdiff|Aiff)Loader\.js$|^file-type$/, /music-metadata/],
  // What becomes of tags in recordings, of which none is read.
  [/\/(GenericTagTypes|GenericTagMapper|LyricsParser|Lyrics3)\.js$/, /music-metadata/],
  // The client follows no redirects, for the same reason as it uses no proxy.
  [/^follow-redirects$/, /axios/],
];

/**
 * Packages of which the component needs one line, with that line in their place: what else they do
 * is for other engines and for values that do not occur here.
 */
const oneLine = {
  "lodash/omit":
    "(object, keys) => Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)))",
  "lodash/uniq": "(list) => [...new Set(list)]",
  "lodash/snakeCase": '(name) => name.replace(/[A-Z]/g, "_$&").toLowerCase()',
  "es-set-tostringtag":
    "(object, value) => Object.defineProperty(object, Symbol.toStringTag, { value, configurable: true })",
  hasown: "Object.hasOwn",
};

/**
 * Parts of the parser of recordings that read names of titles and artists, with what makes it skip
 * them: only lengths are wanted.
 */
const skipped = {
  CombinedTagMapper: "CombinedTagMapper: class { mapTag() { return null; } }",
  FrameParser: "FrameParser: class { readData() {} }, Id3v2ContentError: Error",
  ID3v1Parser:
    "Genres: [], ID3v1Parser: class { async parse() {} }, hasID3v1Header: async () => false",
  APEv2Parser: "APEv2Parser: class { static async findApeFooterOffset() {} }",
  VorbisStream: "VorbisStream: class {}",
  VorbisDecoder:
    'VorbisDecoder: class { readStringUtf8() { return ""; } readInt32() { return 0; } }',
};

/** A module of which everything can be looked at and nothing called; the stack tells who did. */
const unusable = `(() => {
  const fail = () => { throw new Error("webpack.config.js leaves this out of the bundle."); };
  const standIn = new Proxy(function () {}, {
    get: (_, name) => (name === "__esModule" || typeof name === "symbol" ? undefined : standIn),
    apply: fail, construct: fail,
  });
  return standIn;
})()`;

/** Puts a value of JavaScript in the place of a module, where the issuer asks for it. */
const replace = (request, issuer, value) =>
  new NormalModuleReplacementPlugin(request, (resource) => {
    if (!issuer.test(resource.context)) return;
    resource.request = `data:application/node,${encodeURIComponent(`module.exports = ${value};`)}`;
  });

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
      // Without what reads files of the machine: it gets bytes only.
      "music-metadata": path.resolve(__dirname, "node_modules/music-metadata/lib/core.js"),
      // As JSON, so that the rule below applies to it, and not as a module around it.
      "libphonenumber-js/metadata.min.json": require.resolve("libphonenumber-js/metadata.min.json"),
    },
  },
  module: {
    // The platform takes one file.
    parser: { javascript: { dynamicImportMode: "eager" } },
    rules: [
      {
        test: /\.ts$/,
        loader: "swc-loader",
        options: { jsc: { parser: { syntax: "typescript" }, target: "es2022" } },
      },
      {
        test: /libphonenumber-js.metadata\.min\.json$/,
        type: "javascript/auto",
        loader: path.resolve(__dirname, "scripts/support/phoneMetadata.js"),
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
    new LicensesPlugin(),
    ...leftOut.map(([request, issuer]) => replace(request, issuer, unusable)),
    // What parsers of recordings say of their steps.
    replace(/^debug$/, /music-metadata|strtok3/, "() => () => {}"),
    ...Object.entries(skipped).map(([name, value]) =>
      replace(new RegExp(`/${name}\\.js$`), /music-metadata/, `{ ${value} }`),
    ),
    // The same by Node.js, for the encodings that headers of recordings have.
    replace(
      /^@borewit\/text-codec$/,
      /music-metadata|token-types/,
      '{ textDecode: (bytes, encoding) => Buffer.from(bytes).toString(/utf-8|undefined/.test(encoding) ? "utf8" : "latin1"), textEncode: (text) => Buffer.from(text, "latin1") }',
    ),
    ...Object.entries(oneLine).map(([name, value]) =>
      replace(new RegExp(`^${name}$`), /spectral|form-data/, value),
    ),
  ],
  performance: { hints: false },
  stats: { all: false, assets: true, errors: true, warnings: true },
};
