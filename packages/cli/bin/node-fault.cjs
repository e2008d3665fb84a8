"use strict";

/**
 * Why this program cannot run the command, in words; undefined when it can.
 *
 * @param program `versions` and `execPath` of `process`. Bun and Deno name a version of Node.js that they are like: they are not
 * judged by it.
 * @param range `engines.node` of package.json, of the form `>=22.12`
 */
module.exports = function nodeFault(program, range) {
  var versions = program.versions;
  if (versions.bun || versions.deno) return undefined;
  var least = range.replace(/^>=/, "").split(".").map(Number);
  var found = versions.node.split(".").map(Number);
  var isOld = found[0] === least[0] ? found[1] < least[1] : found[0] < least[0];
  if (!isOld) return undefined;
  return (
    `error trunkline needs Node.js ${least.join(".")} or newer, and this is ${versions.node} (${program.execPath}).\n` +
    "Install a newer one (https://nodejs.org), and run the command again."
  );
};
