import { about, allow, type Decision, deny } from "@/lib/decision";

/** What a township can take up in a year beside its own work. */
export const mostPoints = 20;

export type Guidance = { year: number; points: readonly string[]; publishedOn: string | null };

/** Townships name a point by its number: once it is published none is taken away. */
export function mayBePoints(points: readonly string[], before: Guidance | null): Decision {
  if (points.length === 0) return about("points", deny("请至少写一条，一行一条。"));
  if (points.length > mostPoints)
    return about("points", deny(`指导意见最多 ${mostPoints} 条，现有 ${points.length} 条，请合并。`));
  const kept = before?.publishedOn ? before.points.length : 0;
  return points.length >= kept
    ? allow
    : about(
        "points",
        deny(`指导意见已经印发，乡镇按条号对应，原有的 ${kept} 条不能减少；可以改文字，或在后面增加。`),
      );
}

export const mayPublish = ({ publishedOn }: Guidance): Decision =>
  publishedOn === null ? allow : deny(`这份指导意见已于 ${publishedOn} 印发。`);

/** An item may name a point before the county has published its guidance, and afterwards only one that there is. */
export const isPoint = (guidance: Guidance | null, number: number | null): Decision =>
  number === null || guidance === null || number <= guidance.points.length
    ? allow
    : about(
        "guidance",
        deny(
          `县人大${guidance.year}年指导意见只有 ${guidance.points.length} 条，没有第 ${number} 条，请核对。`,
        ),
      );
