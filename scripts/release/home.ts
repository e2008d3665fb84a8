import { stop } from "../stop.ts";
import { homeFaults, writeHomes } from "./homes.ts";

// Writes the repository's address into the packages that are not emitted. With `--check`, says what is missing.
if (!process.argv.includes("--check")) await writeHomes();
else {
  const faults = await homeFaults();
  if (faults !== "") stop(faults);
}
