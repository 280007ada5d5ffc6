import { about, allow, type Decision, deny } from "@/lib/decision";

/** Two units of one name could not be told apart when work is assigned. */
export const unitNameIsFree = (name: string, namesakes: number): Decision =>
  namesakes === 0
    ? allow
    : about("name", deny(`已有名为「${name}」的承办单位，请直接使用它。`), "已有同名单位");

/** A unit with work is not struck out: nobody would be answerable for it [R74]. */
export const unitMayBeVoided = (name: string, open: number): Decision =>
  open === 0 ? allow : deny(`「${name}」还有${open}件建议没有办结，请先办结或改派后再作废。`);
