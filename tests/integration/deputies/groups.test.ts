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

it("whose day is put right takes along whoever came in when it was formed, and nobody else [R4]", async () => {
  const [one, left, later] = [
    await register("祝一", "township"),
    await register("祝二", "township"),
    await register("祝三", "township"),
  ];
  const wrong = { name: "第九小组", area: null, occurredOn: "2026-11-20", sortOrder: 9 };
  const { id: groupId } = await staff().groups.create({ ...key(), ...wrong });
  const join = (deputyIds: string[], startsOn: string) =>
    staff().deputies.addMembers({ ...key(), groupId, deputyIds, role: "member", startsOn });
  await join([one, left], "2026-11-20");
  await join([later], "2026-11-21");
  const of = async () => (await groupNamed("第九小组")).members;
  const gone = (await of()).find(({ name }) => name === "祝二");
  await staff().deputies.endMember({ ...key(), id: gone?.id ?? "", endsOn: "2026-11-21" });
  const edit = (version: number, occurredOn: string) =>
    staff().groups.edit({ ...key(), ...wrong, id: groupId, version, occurredOn });
  await edit(1, "2022-03-01");
  const days = async () =>
    Object.fromEntries((await of()).map(({ name, startsOn, endsOn }) => [name, [startsOn, endsOn]]));
  expect(await days()).toEqual({
    祝一: ["2022-03-01", null],
    祝二: ["2022-03-01", "2026-11-21"],
    祝三: ["2026-11-21", null],
  });
  // Chosen whole for what happened before the wrong day.
  const offered = await staff().deputies.options({ township: home.code, on: "2026-03-12" });
  expect(offered.filter(({ groups }) => groups.includes("第九小组")).map(({ name }) => name)).toEqual([
    "祝二",
    "祝一",
  ]);
  // A day on which who has left was no member any more is none of theirs.
  await edit(2, "2026-11-22");
  expect(await days()).toMatchObject({ 祝一: ["2026-11-22", null], 祝二: ["2022-03-01", "2026-11-21"] });
});
