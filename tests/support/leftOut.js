/** Stands in for what the bundle leaves out, as in webpack.config.js: nothing of it can be called. */
const fail = () => {
  throw new Error("Left out, as in the bundle.");
};
const standIn = new Proxy(() => {}, {
  get: (_, name) => (name === "__esModule" || typeof name === "symbol" ? undefined : standIn),
  apply: fail,
});
module.exports = standIn;
