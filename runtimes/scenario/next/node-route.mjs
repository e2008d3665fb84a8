import { scenario } from "../../../scenario.mjs";

// A route that runs the scenario for whoever asks; the same file stands in the edge runtime.
export async function POST(request) {
  return Response.json(await scenario(await request.json()));
}
