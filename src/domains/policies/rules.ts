import { allow, type Decision, deny } from "@/lib/decision";
import type { FactsOf } from "@/lib/records/kind";
import type { Standing } from "@/lib/records/standing";
import { type policy, type Template, templateLabels } from "./record";

/** What is repealed was adopted before. */
export const repealFollowsAdoption = ({ occurredOn, repealedOn }: FactsOf<typeof policy>): Decision =>
  repealedOn !== null && repealedOn < occurredOn ? deny("废止日期早于通过日期，请核对。") : allow;

const expected = (Object.keys(templateLabels) as Template[]).filter((template) => template !== "other");

/** Which of the expected rules are in force, and which are missing [R12]. */
export function completeness(inForce: readonly string[]): Standing {
  const missing = expected.filter((template) => !inForce.includes(template));
  const text = `${expected.length - missing.length}/${expected.length} 项在执行`;
  const gap =
    missing.length === 0 ? null : `缺：${missing.map((template) => templateLabels[template]).join("、")}`;
  return { text, gap };
}
