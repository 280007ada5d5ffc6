import { describe, expect, it } from "vitest";
import { listsUnder, townshipMenu } from "@/app/menus";
import { kinds } from "@/domains/registry";
import { listsOf } from "@/domains/records/components/lists-of";
import { groups } from "@/lib/records/groups";
import type { Face } from "@/lib/records/kind";
import { recordKinds } from "@/domains/record-kinds";
import { recordCrumbs } from "@/domains/records/components/record-crumbs";

const at = "330921100";
const over = (type: string) => {
  const kind = recordKinds.find((one) => one.type === type);
  if (kind === undefined) throw new Error(type);
  return recordCrumbs(kind, at, { label: "修改" });
};

describe("where a page of a kind stands", () => {
  it.each([
    ["deputyGroup", ["代表", "代表小组"], ["deputies", "deputies/groups"]],
    ["handlingUnit", ["建议", "承办单位"], ["suggestions", "suggestions/units"]],
    ["presidiumMeeting", ["主席团"], ["presidium"]],
    ["presidiumMember", ["主席团", "主席团成员"], ["presidium", "presidium/members"]],
    ["activity", ["监督"], ["supervision"]],
    ["post", ["基础工作", "人大岗位"], ["basics", "posts"]],
    ["policy", ["基础工作", "工作制度"], ["basics", "policies"]],
    ["fund", ["基础工作", "人大经费"], ["basics", "funds"]],
    ["training", ["代表", "代表培训"], ["deputies", "trainings"]],
    ["groupActivity", ["代表", "小组活动"], ["deputies", "group-activities"]],
    ["voterOpinion", ["联系群众", "选民意见"], ["contact", "contact/opinions"]],
    ["petition", ["联系群众", "信访件"], ["contact", "petitions"]],
    [
      "appraisalOutcome",
      ["监督", "站所评议", "评议结果运用"],
      ["supervision", "appraisals", "appraisals/outcomes"],
    ],
  ])("%s lies under %j", (type, labels, paths) => {
    expect(over(type)).toEqual([
      ...labels.map((label, index) => ({ label, href: `/t/${at}/${paths[index] ?? ""}` })),
      { label: "修改" },
    ]);
  });

  it("every kind's pages are marked in the menu by the entry they are reached from", () => {
    for (const { path } of recordKinds) {
      const entries = townshipMenu.filter(
        ([, , page]) =>
          page !== "" && (`/${path}/`.startsWith(`${page}/`) || listsUnder(page).includes(`/${path}`)),
      );
      expect(
        entries,
        `${path}: say \`under\` in record.ts, or give it an entry in src/app/menus.ts`,
      ).toHaveLength(1);
    }
  });

  it("every kind with a list is reached from exactly one entry of the menu, whose lists name each other", () => {
    const offered = Object.values(groups).flatMap((group) => listsOf(group).map(({ kind }) => kind?.type));
    for (const { type, path } of kinds as readonly Face[]) {
      const times = offered.filter((one) => one === type).length;
      expect(times, `${type}: say \`under\` in record.ts`).toBe(path === null ? 0 : 1);
    }
    for (const group of Object.values(groups)) expect(listsOf(group)[0]?.path).toBe(group.path);
  });
});
