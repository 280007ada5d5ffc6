import { z } from "zod";
import { fewestDrawn, mostDrawn } from "@/domains/figures/rules/spot-draw";
import {
  countyChange,
  day,
  id,
  inCounty,
  inTownship,
  optionalLines,
  text,
  townshipCode,
  year,
} from "@/server/trpc/inputs";
import { spotResultLabels } from "@/domains/figures/rules/spot-results";
import { codesOf } from "@/lib/choices";

const perCell = `每项条数应在 ${fewestDrawn} 到 ${mostDrawn} 之间`;

export const overviewInput = inCounty({ year });
/** @property of a township's code */
export const linesInput = inCounty({ year, of: townshipCode });
export const ownInput = inTownship({ year });
export const announceInput = countyChange({
  year,
  source: text(200, "公开号码"),
  opensOn: day("号码产生的日期"),
  per: z.int(perCell).min(fewestDrawn, perCell).max(mostDrawn, perCell),
});
export const drawInput = countyChange({ year, text: text(200, "号码") });
/** @property seen how many results there were when it was opened */
export const recordInput = countyChange({
  id,
  year,
  of: townshipCode,
  result: z.enum(codesOf(spotResultLabels), "请选择结果"),
  reason: optionalLines(1000, "理由"),
  seen: z.int().min(0).max(10_000),
});

export type OverviewInput = z.output<typeof overviewInput>;
export type LinesInput = z.output<typeof linesInput>;
export type OwnInput = z.output<typeof ownInput>;
export type AnnounceInput = z.output<typeof announceInput>;
export type DrawInput = z.output<typeof drawInput>;
export type RecordInput = z.output<typeof recordInput>;
