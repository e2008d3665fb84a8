import { sendAnswer } from "../../bench/answers.ts";
import { BASE_PATH } from "../../bench/server.ts";
import { promise } from "../../promise.ts";
import { template } from "../../sources.ts";
import { given } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { listParameters } from "../body/placed.ts";
import { brief, errorOf, resultOf, sent } from "../judge.ts";

export const pathListCases: readonly FaultCase[] = [
  {
    id: "paths/empty-element",
    title:
      "An empty element of a list in a path is sent, and a list that leaves its segment empty is refused.",
    reason: "Two commas in a row are a value; two slashes in a row are another resource.",
    source: template("3.2.2"),
    prepare(target) {
      const [found] = listParameters(target, "path", ({ style }) => style === "simple");
      return given(
        found,
        "no path has a list",
        async ({ probe, parameter, values: [first, last] }, bench) => {
          const server = await bench.serve((_, response) => sendAnswer(response, probe.answer));
          const client = bench.client(server.base);
          const { name } = parameter;
          resultOf(
            await bench.call(client, probe, { path: { [name]: [first, "", last] } }),
            "an empty element",
          );
          const { path = "" } = server.requests[0] ?? {};
          promise(
            path.split("/").length === (BASE_PATH + probe.operation.path).split("/").length &&
              decodeURIComponent(path).includes(`${first},,${last}`),
            `${brief([first, "", last])} made the path ${path}`,
          );
          for (const empty of [[], [""]]) {
            errorOf(await bench.call(client, probe, { path: { [name]: empty } }), `${name}: ${brief(empty)}`);
            sent(server, 1, `, with ${brief(empty)}`);
          }
        },
      );
    },
  },
];
