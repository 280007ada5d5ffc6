import { beforeAll, expect, it } from "vitest";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;
const now = new Date("2026-11-22T02:00:00Z");
const staff = () => callerAs("townshipStaff", county, home, now);
const key = () => ({ township: home.code, idempotencyKey: newKey() });

beforeAll(async () => {
  county = await createCounty(["高亭镇"]);
  [home] = county.townships as [TestTownship];
});

async function register(name: string, level: "city" | "county" | "township"): Promise<string> {
  const mandate = { level, termName: "第十九届", constituency: name, startsOn: "2022-01-12" };
  return (await staff().deputies.create({ ...key(), name, mandates: [mandate] })).id;
}

const found = (name: string) => staff().groups.create({ ...key(), name, occurredOn: "2022-02-01" });
const groupNamed = async (name: string) => {
  const { groups } = await staff().deputies.groups({ township: home.code });
  const group = groups.find((entry) => entry.name === name);
  if (!group) throw new Error("no group");
  return group;
};

it("a group mixes deputies of several levels and names its leader first [R4]", async () => {
  const [a, b, c] = [
    await register("安市", "city"),
    await register("毕县", "county"),
    await register("蔡乡", "township"),
  ];
  const { id: groupId } = await found("第一小组");
  const join = { ...key(), groupId, startsOn: "2022-02-01" };
  await staff().deputies.addMembers({ ...join, deputyIds: [a, b], role: "member" });
  await staff().deputies.addMembers({ ...join, ...key(), deputyIds: [c], role: "leader" });
  const { members } = await groupNamed("第一小组");
  expect(members.map((member) => [member.name, member.role, member.levels[0]])).toEqual([
    ["蔡乡", "leader", "township"],
    ["安市", "member", "city"],
    ["毕县", "member", "county"],
  ]);
  const { rows } = await staff().deputies.list({ township: home.code, groupId });
  expect(rows).toHaveLength(3);
  const options = await staff().deputies.options({ township: home.code });
  expect(options.find((option) => option.id === a)).toMatchObject({
    initials: "as",
    hint: "市代表 · 第一小组",
  });
});

it("a group has one leader at a time and nobody twice; the change of leader is dated [R4]", async () => {
  const { id: groupId } = await found("第二小组");
  const [a, b] = [await register("丁一", "township"), await register("丁二", "township")];
  const join = { groupId, startsOn: "2022-02-01" };
  await staff().deputies.addMembers({ ...key(), ...join, deputyIds: [a], role: "leader" });
  await expect(
    staff().deputies.addMembers({ ...key(), ...join, deputyIds: [b], role: "leader" }),
  ).rejects.toThrow("本组已有组长");
  await expect(
    staff().deputies.addMembers({ ...key(), ...join, deputyIds: [a], role: "member" }),
  ).rejects.toThrow("不用重复加入");
  const leader = (await groupNamed("第二小组")).members[0];
  if (!leader) throw new Error("no leader");
  await staff().deputies.changeMemberRole({ ...key(), id: leader.id, role: "member", on: "2026-03-01" });
  await staff().deputies.addMembers({
    ...key(),
    groupId,
    startsOn: "2026-03-01",
    deputyIds: [b],
    role: "leader",
  });
  const { members } = await groupNamed("第二小组");
  expect(members.filter((member) => member.current).map((member) => [member.name, member.role])).toEqual([
    ["丁二", "leader"],
    ["丁一", "member"],
  ]);
  expect(members.find((member) => !member.current)).toMatchObject({ role: "leader", endsOn: "2026-02-28" });
});

it("whoever loses the last mandate leaves the groups; an emptied group can be struck out [R4]", async () => {
  const { id: groupId } = await found("第三小组");
  const deputyId = await register("冯离", "township");
  await staff().deputies.addMembers({
    ...key(),
    groupId,
    deputyIds: [deputyId],
    role: "member",
    startsOn: "2022-02-01",
  });
  const group = await groupNamed("第三小组");
  const strike = { id: groupId, version: group.version, reason: "并组" };
  await expect(staff().groups.void({ ...key(), ...strike })).rejects.toThrow("还有 1 名成员");
  const { mandates } = await staff().deputies.byId({ township: home.code, id: deputyId });
  const mandate = mandates[0];
  if (!mandate) throw new Error("no mandate");
  const end = { id: mandate.id, version: mandate.version, endsOn: "2026-11-01", endReason: "moved" } as const;
  await expect(staff().deputies.endMandate({ ...key(), ...end })).resolves.toMatchObject({ leftGroups: 1 });
  await staff().groups.void({ ...key(), ...strike });
});

it("a member entered by mistake is taken out, one who left stays in the history [R4]", async () => {
  const { id: groupId } = await found("第四小组");
  const [a, b] = [await register("高一", "township"), await register("高二", "township")];
  await staff().deputies.addMembers({
    ...key(),
    groupId,
    deputyIds: [a, b],
    role: "member",
    startsOn: "2022-02-01",
  });
  const [first, second] = (await groupNamed("第四小组")).members;
  if (!first || !second) throw new Error("no members");
  await staff().deputies.removeMember({ ...key(), id: first.id, reason: "点错人" });
  await staff().deputies.endMember({ ...key(), id: second.id, endsOn: "2026-10-31" });
  const { members } = await groupNamed("第四小组");
  expect(members.map((member) => [member.id, member.current])).toEqual([[second.id, false]]);
});
