import { z } from "zod";
import { countyChange, day, id, inCounty, townshipCode, townshipInput, version } from "@/server/trpc/inputs";

export const contactsInput = inCounty({});
export const ownContactsInput = townshipInput;
export const appointInput = countyChange({
  accountId: id,
  townships: z.array(townshipCode).min(1, "请选择乡镇").max(500, "一次选择的乡镇太多"),
  since: day("开始日期"),
});
export const endInput = countyChange({ id, version, until: day("停止日期") });

export type AppointInput = z.output<typeof appointInput>;
export type EndInput = z.output<typeof endInput>;
