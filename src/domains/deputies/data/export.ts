import "server-only";
import { type Day, dayOf, endOfDay, yearOf } from "@/lib/dates";
import type { ExportSheet } from "@/lib/sheets";
import type { TownshipReader } from "@/server/db/scope";
import { birthText, genderLabels, groupRoleLabels, levelLabels, stateLabels } from "../labels";
import type { ListDeputiesInput } from "../schema";
import { groupsWithMembers } from "./groups";
import type { Particulars } from "./namesakes";
import { rosterForExport } from "./roster";

type Background = Pick<Particulars, "birthYear" | "birthMonth" | "ethnicity" | "education" | "party"> & {
  id: string;
};

/** Birth, ethnicity, education and party by deputy: no part of the list, but of the roster as offices keep it. */
async function backgrounds(scope: TownshipReader) {
  const people = await scope.tx.$queryRaw<Background[]>`
    SELECT id, birth_year AS "birthYear", birth_month AS "birthMonth", ethnicity, education, party FROM deputy
    WHERE county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid AND voided_at IS NULL`;
  const byId = new Map(
    people.map((one) => [one.id, [birthText(one), one.ethnicity, one.education, one.party]] as const),
  );
  return (id: string) => byId.get(id) ?? [null, null, null, null];
}

/** The roster as shown, all pages; telephone numbers stay masked outside the system too [PIPL]. */
export async function exportDeputies(scope: TownshipReader, input: ListDeputiesInput): Promise<ExportSheet> {
  const lines = await rosterForExport(scope, input);
  const more = await backgrounds(scope);
  return {
    title: `代表名册（${stateLabels[input.state]}）`,
    columns: [
      { header: "姓名", width: 12 },
      { header: "性别", width: 8 },
      { header: "级别", width: 14 },
      { header: "届次", width: 16 },
      { header: "选区", width: 18 },
      { header: "小组", width: 18 },
      { header: "职业", width: 26 },
      { header: "电话", width: 16 },
      { header: "起始日期", width: 14, kind: "day" },
      { header: "离任日期", width: 14, kind: "day" },
      { header: "出生年月", width: 12 },
      { header: "民族", width: 8 },
      { header: "学历", width: 10 },
      { header: "政治面貌", width: 12 },
    ],
    rows: lines.map((line) => [
      line.name,
      line.gender === null ? null : genderLabels[line.gender],
      line.mandates.map((mandate) => levelLabels[mandate.level]).join("、"),
      [...new Set(line.mandates.map((mandate) => mandate.termName))].join("、"),
      [...new Set(line.mandates.map((mandate) => mandate.constituency ?? ""))].filter(Boolean).join("、"),
      line.groups
        .map((group) =>
          group.role === "member" ? group.name : `${group.name}（${groupRoleLabels[group.role]}）`,
        )
        .join("、"),
      line.occupation,
      line.phoneMasked,
      line.since,
      line.until,
      ...more(line.id),
    ]),
  };
}

/** A past year's roster is that of its last day; this year's is today's. */
export const lastDayOf = ({ now }: TownshipReader, year: number): Day =>
  year < yearOf(dayOf(now)) ? `${year}-12-31` : dayOf(now);

const inYear = (scope: TownshipReader, year: number): TownshipReader => ({
  ...scope,
  now: endOfDay(lastDayOf(scope, year)),
});

/** Who was in office in a year, by name. */
export const rosterOfYear = (scope: TownshipReader, year: number): Promise<ExportSheet> =>
  exportDeputies(inYear(scope, year), {
    ...{ township: "", q: "", page: 1, pageSize: 1, sort: "pinyin", direction: "asc" },
    ...{ year: null, state: "inOffice", level: null, groupId: null, constituency: null },
  });

/** How the deputies were grouped in a year. */
export async function groupsOfYear(scope: TownshipReader, year: number): Promise<ExportSheet> {
  const { today, groups } = await groupsWithMembers(inYear(scope, year));
  return {
    title: "代表小组",
    columns: [
      { header: "小组", width: 18 },
      { header: "活动范围", width: 24 },
      { header: "成立日期", width: 12, kind: "day" },
      { header: "组长", width: 12 },
      { header: "副组长", width: 16 },
      { header: "组员", width: 60 },
      { header: "人数（人）", width: 10, kind: "number" },
    ],
    rows: groups
      .filter(({ formedOn }) => formedOn <= today)
      .map(({ name, area, formedOn, members }) => {
        const present = members.filter(({ current }) => current);
        const called = (role: string) =>
          present.flatMap((member) => (member.role === role ? member.name : [])).join("、");
        return [
          ...[name, area, formedOn, called("leader"), called("deputyLeader"), called("member")],
          present.length,
        ];
      }),
  };
}
