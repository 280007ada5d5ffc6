import { faceOf } from "@/domains/registry";
import type { Field } from "@/lib/records/fields";

/** What a field is called in the history of any record; what only one kind has stands in its record.ts. */
const shared: Readonly<Record<string, string>> = {
  name: "名称",
  kind: "类别",
  state: "状态",
  phone: "电话",
  place: "地点",
  sourceNote: "资料出处",
  lateReason: "补录原因",
  number: "会次",
  occurredOn: "日期",
  startsOn: "开始日期",
  endsOn: "结束日期",
  topic: "主题",
  post: "职务",
  deputyId: "代表",
};

const sharedCodes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: { present: "出席", leave: "请假", absent: "缺席" },
};

/** The field of a kind that is said once; null for kinds whose fields stand in their forms. */
function declared(recordType: string, field: string): Field | null {
  const face = faceOf(recordType);
  if (face === null || !("fields" in face)) return null;
  return (face.fields as Readonly<Record<string, Field>>)[field] ?? null;
}

/** Null for a field without a word: it is no fact to show. */
export const fieldLabel = (recordType: string, field: string): string | null =>
  faceOf(recordType)?.words?.fields?.[field] ?? declared(recordType, field)?.label ?? shared[field] ?? null;

export const codeLabel = (recordType: string, field: string, code: string): string | null =>
  faceOf(recordType)?.words?.codes?.[field]?.[code] ??
  declared(recordType, field)?.choices?.[code] ??
  sharedCodes[field]?.[code] ??
  null;

export const listLabel = (recordType: string, action: string): string =>
  faceOf(recordType)?.words?.lists?.[action] ?? "内容";
