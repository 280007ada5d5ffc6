import type { Face } from "@/lib/records/kind";
import { wayLabels } from "./labels";

export const townshipContact = {
  type: "townshipContact",
  name: "联系人",
  unit: "人",
  path: null,
  table: "township_contact",
  words: { fields: { name: "联系人", since: "开始日期", until: "停止日期" } },
} as const satisfies Face;

/** 联系记录: the county and a township were in touch [R95]. */
export const liaisonEntry = {
  type: "liaisonEntry",
  name: "联系记录",
  unit: "次",
  path: null,
  table: "liaison_entry",
  due: { silentTownship: { what: "乡镇很久没有联系", act: "去联系" } },
  words: {
    fields: {
      ...{ occurredOn: "日期", way: "方式", countyPerson: "县人大", townshipPerson: "乡镇", subject: "事由" },
      result: "结果",
    },
    codes: { way: wayLabels },
  },
} as const satisfies Face;

export const silenceLimit = {
  type: "silenceLimit",
  name: "失联提醒",
  unit: "项",
  path: null,
  table: "silence_limit",
  words: { fields: { days: "多少天没有联系" } },
} as const satisfies Face;
