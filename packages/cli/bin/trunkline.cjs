#!/usr/bin/env node
"use strict";
// Any Node.js must be able to read this file and ./node-fault.cjs: an old one tells its user what it lacks, and reads no more.
var fault = require("./node-fault.cjs")(process, require("../package.json").engines.node);
if (fault === undefined) {
  require("./run.cjs");
} else {
  console.error(fault);
  process.exit(2);
}
