import { fileURLToPath } from "node:url";

/** The folder of all packages, with a slash at its end. */
export const packages: string = fileURLToPath(new URL("../../", import.meta.url));

/** The one file that holds the budgets. */
export const budgetsFile: string = fileURLToPath(new URL("budgets.json", import.meta.url));
