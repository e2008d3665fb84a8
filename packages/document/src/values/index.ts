export { type Budget, newBudget } from "./budget.ts";
export { makeValue } from "./make-value.ts";
export type { Holds, ValueOptions } from "./making.ts";
export type { Resolve } from "./shape.ts";
