import { z } from "zod";
import { createInputWith, editInputWith } from "@/domains/records/schema";
import { id, inTownship, optionalLines, year } from "@/server/trpc/inputs";
import { appraisal } from "./record";

const points = (label: string) =>
  z
    .number(`${label}应为数字`)
    .min(0, `${label}不能小于 0`)
    .max(100, `${label}不能大于 100`)
    .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, `${label}最多两位小数`);

const lines = z
  .array(
    z.strictObject({
      unitId: id,
      score: points("得分"),
      complaintPoints: points("投诉扣分").default(0),
      handlingPoints: points("办理扣分").default(0),
      reason: optionalLines(200, "扣分原因"),
      opinion: optionalLines(2000, "评议意见"),
    }),
  )
  .min(1, "请至少填写一个单位的得分")
  .max(300, "一轮评议最多 300 个单位")
  .refine(
    (all) => new Set(all.map(({ unitId }) => unitId)).size === all.length,
    "同一个单位填了两次，请删去一行",
  );

export const createRoundInput = createInputWith(appraisal, { lines });
export const editRoundInput = editInputWith(appraisal, { lines });
export const yearInput = inTownship({ year });

export type CreateRoundInput = z.output<typeof createRoundInput>;
export type EditRoundInput = z.output<typeof editRoundInput>;
export type YearInput = z.output<typeof yearInput>;
