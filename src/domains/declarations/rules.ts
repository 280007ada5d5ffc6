import { type Day, yearOf } from "@/lib/dates";
import { allow, type Decision, deny, firstDenial } from "@/lib/decision";
import { type Subject, subjectLabels } from "./labels";

export type Standing = { subject: Subject; year: number; records: number; declared: boolean };

/** Only what is over or running can be told of, and nobody says "none" of what stands in the books. */
export function mayDeclareNone({ subject, year, records, declared }: Standing, today: Day): Decision {
  const { none, record } = subjectLabels[subject];
  return firstDenial(
    year > yearOf(today) ? deny(`${year} 年还没有到，不能声明。`) : allow,
    declared ? deny(`${year} 年「${none}」已经声明过，不必重复。`) : allow,
    records > 0
      ? deny(`${year} 年已登记${record} ${records} 条，不能声明「${none}」。登记有误的，请先作废那些记录。`)
      : allow,
  );
}
