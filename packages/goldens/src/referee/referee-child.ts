import { judge } from "./referee.ts";

console.log(JSON.stringify(judge(process.argv[2] ?? "")));
