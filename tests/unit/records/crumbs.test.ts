import { describe, expect, it } from "vitest";
import { listsUnder, townshipMenu } from "@/app/menus";
import { uses } from "@/domains/uses";
import type { AnyKind } from "@/lib/records/kind";
import { basicWork } from "@/lib/records/standing";
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
    ["presidiumMeeting", ["主席团会议"], ["presidium"]],
    ["presidiumMember", ["主席团会议", "主席团成员"], ["presidium", "presidium/members"]],
    ["activity", ["监督活动"], ["supervision"]],
    ["post", ["基础工作", "人大岗位"], ["basics", "posts"]],
    ["policy", ["基础工作", "工作制度"], ["basics", "policies"]],
    ["fund", ["基础工作", "人大经费"], ["basics", "funds"]],
    ["training", ["基础工作", "代表培训"], ["basics", "trainings"]],
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

  it("what 基础工作 shows is reached from there, unless the menu has an entry for it, and nothing else is", () => {
    const own = recordKinds.filter(({ path }) => townshipMenu.some(([, , page]) => page === `/${path}`));
    const shown = uses
      .filter(({ type, standing }) => standing !== undefined && !own.some((kind) => kind.type === type))
      .map(({ type }) => type);
    const under = recordKinds.filter((kind: AnyKind) => kind.under?.path === basicWork.path);
    // A kind with an entry of its own in the menu is reached from there as well.
    const inMenu = recordKinds.filter(({ path }) => townshipMenu.some(([, , page]) => page === `/${path}`));
    const apart = new Set<string>(inMenu.map(({ type }) => type));
    expect(under.map(({ type }) => type)).toEqual(shown.filter((type) => !apart.has(type)));
  });
});
