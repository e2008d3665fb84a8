import { must } from "../run.ts";
import { stop } from "../stop.ts";
import { homeFaults, writeHomes } from "./homes.ts";

// Writes the repository's address into every package. With `--check`, says what is missing, and writes nothing.
if (process.argv.includes("--check")) {
  const faults = await homeFaults();
  if (faults !== "") stop(faults);
} else {
  await writeHomes();
  await must("turbo", "run", "build", "--filter=@trunkline/cli...", "--output-logs=errors-only");
  await must("trunkline", "generate");
}
