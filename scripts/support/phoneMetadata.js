const { deflateRawSync } = require("node:zlib");

/** Place of the ways to write a number among what is known of a country. */
const formats = 4;

/**
 * A webpack loader for the metadata of libphonenumber-js, which is unpacked when a number is first
 * checked. The ways to write numbers are left out: numbers are checked here and not written.
 */
module.exports = (json) => {
  const metadata = JSON.parse(json);
  for (const country of Object.values({ ...metadata.countries, ...metadata.nonGeographic })) {
    if (country[formats]) country[formats] = 0;
  }
  const packed = deflateRawSync(JSON.stringify(metadata), { level: 9 }).toString("base64");
  return `const { inflateRawSync } = require("node:zlib");
    module.exports = JSON.parse(inflateRawSync(Buffer.from("${packed}", "base64")));`;
};
