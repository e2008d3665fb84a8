import { judge } from "./referee.ts";

/** A verdict of each target, or why there is none. */
const verdicts = process.argv.slice(2).map((target) => {
  try {
    return judge(target);
  } catch (error) {
    return { failed: (error as Error).stack };
  }
});
console.log(JSON.stringify({ verdicts }));
