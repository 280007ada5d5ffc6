import { byClass, heatCellOf, shownFigure } from "@/domains/figures/components/heat";
import { cellText } from "@/domains/figures/labels";
import { type MetricCode, metricOf } from "@/domains/figures/rules/metrics";
import { type HeatTone, tintedRow } from "@/ui/charts/heat";
import type { Tile } from "@/ui/charts/tile-map";
import type { Picture } from "../data/picture";

const words: Readonly<Record<HeatTone, string>> = {
  best: "明显好于同类",
  good: "好于同类",
  mid: "接近同类",
  low: "差于同类",
  poor: "明显差于同类",
  bad: "低于法定",
  absent: "",
};

/** Fewer figures in a class than this have no spread to tell by. */
const fewest = 3;

type Shown = Pick<Picture, "townships" | "map" | "year">;

/** Each township's figure of a metric at its place, with its standing among those of its class in a word. */
export function tilesOf({ townships, map, year }: Shown, metric: MetricCode, base: string): Tile[] {
  const cells = new Map(townships.map((row) => [row.code, row.cells.find((cell) => cell.metric === metric)]));
  const classes = byClass(townships).map(({ label, rows }) => ({
    label,
    townships: rows.map((row) => ({ id: row.code })),
  }));
  const direction = metricOf(metric).kind === "faults" ? "down" : "up";
  const row = tintedRow(
    classes,
    (id) => {
      const cell = cells.get(id);
      return cell === undefined ? undefined : heatCellOf(cell);
    },
    direction,
  );
  const tones = new Map(
    row.classes.flatMap(({ cells: those }) => {
      const few = those.filter(({ cell }) => typeof cell.figure === "number").length < fewest;
      return those.map(({ township, tone }) => {
        const word = few && tone === "mid" ? "同类太少" : words[tone];
        return [township.id, { tone, word }] as const;
      });
    }),
  );
  return townships.map((one) => {
    const cell = cells.get(one.code);
    const place = map.places.find(({ code }) => code === one.code);
    return {
      ...{ id: one.code, name: one.shortName, x: place?.column ?? 1, y: place?.row ?? 1 },
      ...{ figure: shownFigure(cell), text: cell && cellText(cell) },
      ...(tones.get(one.code) ?? { tone: "absent" as const, word: "" }),
      href: `${base}/compare?year=${year}&cell=${metric}.${one.code}`,
    };
  });
}
