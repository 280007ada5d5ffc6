import { z } from "zod";
import {
  id,
  optionalDay,
  optionalId,
  optionalText,
  text,
  townshipChange,
  version,
} from "@/server/trpc/inputs";

const task = z.strictObject({
  id: optionalId,
  content: text(300, "任务"),
  responsible: optionalText(100, "责任人"),
  dueOn: optionalDay("期限"),
  doneOn: optionalDay("完成日期"),
});

export const setTasksInput = townshipChange({ id, version, tasks: z.array(task).max(50, "任务最多50项") });
export type SetTasksInput = z.output<typeof setTasksInput>;
