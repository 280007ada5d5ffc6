import "server-only";
import { townshipsOf } from "@/domains/tenancy/data";
import { dayOf, yearOf } from "@/lib/dates";
import { type CountyCard, valueRows } from "@/server/records/county-rows";
import { signalNames } from "./labels";
import { standingsOf } from "./data/told";

/** This year's signals on which the county has not given its word, answered by the township or not. */
export const openSignals: CountyCard = {
  key: "signalsOpen",
  title: "还没有结论的核查提示",
  unit: "条",
  dayIs: "日期",
  waitsFor: "county",
  say: (count, townships) =>
    `${townships} 个乡镇有 ${count} 条核查提示等县人大作结论，其中有的还在等乡镇说明`,
  none: "核查提示都已有结论",
  closed: true,
  under: "county",
  rows: async (scope) => {
    const year = yearOf(dayOf(scope.now));
    const open = (await standingsOf(scope, year)).filter(({ decided }) => decided === null);
    const townships = await townshipsOf(scope.tx, scope.countyId, year);
    const codes = new Map(townships.map(({ id, code }) => [id, code]));
    return valueRows(
      open.map(({ raised, answer }) => ({
        ...{ township_id: raised.townshipId, type: null, id: null, title: raised.text, day: raised.day },
        note: `${signalNames[raised.signal]}，${answer === null ? "乡镇还没有说明" : "乡镇已说明"}`,
        path: `/integrity?year=${year}&cell=${raised.signal}.${codes.get(raised.townshipId) ?? ""}`,
      })),
    );
  },
};
