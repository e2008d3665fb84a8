import pc from "picocolors";

const { FORCE_COLOR, NO_COLOR, TERM } = process.env;

/** Colours where a person sees them: a pipe gets none, on a CI server either (https://no-color.org, https://force-color.org). */
const isColored =
  FORCE_COLOR !== undefined && FORCE_COLOR !== "0" && FORCE_COLOR !== "false"
    ? true
    : !NO_COLOR && FORCE_COLOR === undefined && process.stdout.isTTY === true && TERM !== "dumb";

export const colors: ReturnType<typeof pc.createColors> = pc.createColors(isColored);
