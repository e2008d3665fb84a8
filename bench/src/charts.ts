import { parse, View } from "vega";
import { compile } from "vega-lite";
import type { Table } from "./result.ts";

/**
 * A table's chart as SVG: a bar per row, ours in another colour. Rows that failed have none.
 *
 * @param chart the column that it shows
 */
export async function drawChart(table: Table, chart: string): Promise<string> {
  const title = table.columns.find(({ key }) => key === chart)?.title ?? chart;
  const values = table.rows.flatMap(({ name, ours = false, values }) => {
    const value = values[chart];
    return typeof value === "number" && Number.isFinite(value)
      ? [{ name, whose: ours ? "ours" : "peer", value }]
      : [];
  });
  const { spec } = compile({
    background: "white",
    title: { text: table.title, anchor: "start" },
    width: 460,
    data: { values },
    encoding: { y: { field: "name", type: "nominal", sort: null, title: null, axis: { labelLimit: 460 } } },
    layer: [
      {
        mark: "bar",
        encoding: {
          x: { field: "value", type: "quantitative", title },
          color: {
            field: "whose",
            type: "nominal",
            scale: { domain: ["ours", "peer"], range: ["#1b6ac9", "#b8bec8"] },
            legend: null,
          },
        },
      },
      {
        mark: { type: "text", align: "left", dx: 3 },
        encoding: { x: { field: "value", type: "quantitative" }, text: { field: "value", format: ",.4~r" } },
      },
    ],
  });
  const svg = await new View(parse(spec), { renderer: "none" }).toSVG();
  return `${svg}\n`;
}
