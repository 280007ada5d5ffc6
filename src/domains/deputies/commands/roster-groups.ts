import "server-only";
import type { Day } from "@/lib/dates";
import type { CellProblem } from "@/lib/sheets";
import { groupRoleLabels } from "../labels";
import { type GroupRole, groupRoles, holdsOn, type Period } from "../rules/roster";
import { rosterHeaders } from "./roster-columns";

const roleWords = new Map<string, GroupRole>([
  ...groupRoles.map((role): [string, GroupRole] => [groupRoleLabels[role], role]),
  ...["是", "√", "✓", "✔", "☑", "Y", "小组长", "代表小组组长", "代表小组长"].map(
    (word): [string, GroupRole] => [word, "leader"],
  ),
  ...["副", "小组副组长", "代表小组副组长"].map((word): [string, GroupRole] => [word, "deputyLeader"]),
  ...["", "否", "×", "N", "无", "成员", "代表"].map((word): [string, GroupRole] => [word, "member"]),
]);

/** "第一代表小组（组长）", as the roster's export writes it, is a group and a role. */
export function groupIn(text: string | null): { name: string | null; role: GroupRole | null } {
  const [, name, word] = /^(.+?)(?<!\s)\s*[(（]((?:副)?组长|组员)[)）]$/.exec(text ?? "") ?? [];
  return name === undefined || word === undefined
    ? { name: text, role: null }
    : { name, role: roleWords.get(word) ?? null };
}

/**
 * A role by its word, by a tick, or by a name: a column 小组长 often holds the leader's name in each of the group's rows.
 * @returns null for a word that is none of these
 */
export function roleIn(text: string, name: string, names: ReadonlySet<string>): GroupRole | null {
  const role = roleWords.get(text);
  if (role !== undefined) return role;
  if (text === name) return "leader";
  return names.has(text) ? "member" : null;
}

export type Leader = Period & { name: string };
/** Living groups by name, with who leads or has led them. */
export type KnownGroups = ReadonlyMap<string, readonly Leader[]>;

type Grouped = {
  line: number;
  name: string;
  group: string | null;
  groupRole: GroupRole;
  startsOn: Day;
};

function roleProblem(deputy: Grouped, groups: KnownGroups, led: Map<string, number>): string | null {
  if (deputy.groupRole === "member") return null;
  if (deputy.group === null) return `写了${groupRoleLabels[deputy.groupRole]}，但没有写是哪个小组`;
  if (deputy.groupRole !== "leader") return null;
  const before = groups
    .get(deputy.group)
    ?.find((leader) => holdsOn(leader, deputy.startsOn) || leader.endsOn === null);
  if (before)
    return `「${deputy.group}」已有组长「${before.name}」，请先在代表小组里调整，或把这一格改为组员`;
  const line = led.get(deputy.group);
  led.set(deputy.group, line ?? deputy.line);
  return line === undefined ? null : `「${deputy.group}」在第${line}行已有组长，一个小组只能有一位组长`;
}

/** Groups that do not exist beside others that do, and a second leader of a group. */
export function groupProblems(deputies: readonly Grouped[], groups: KnownGroups): CellProblem[] {
  const led = new Map<string, number>();
  return deputies.flatMap((deputy): CellProblem[] => {
    const { line, group } = deputy;
    const role = roleProblem(deputy, groups, led);
    const strange = groups.size > 0 && group !== null && !groups.has(group);
    return [
      ...(strange
        ? [
            {
              line,
              column: rosterHeaders.group,
              message: `没有名为「${group}」的代表小组，请先建立小组或修改名称`,
            },
          ]
        : []),
      ...(role === null ? [] : [{ line, column: rosterHeaders.groupRole, message: role }]),
    ];
  });
}
