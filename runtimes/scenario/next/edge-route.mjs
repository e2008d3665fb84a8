export { POST } from "../node/route.js";
export const runtime = "edge";
