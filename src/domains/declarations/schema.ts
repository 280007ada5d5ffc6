import { z } from "zod";
import { inTownship, townshipChange, year } from "@/server/trpc/inputs";
import { subjects } from "./labels";

export const declarationsInput = inTownship({ year });
export const declareNoneInput = townshipChange({ year, subject: z.enum(subjects, "请选择声明的事项") });

export type DeclarationsInput = z.output<typeof declarationsInput>;
export type DeclareNoneInput = z.output<typeof declareNoneInput>;
