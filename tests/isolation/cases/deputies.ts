import { callerAs, newKey } from "../../support/tenants";
import { change, type IsolationCases, read, type Seed } from "./case";

const mandate = {
  level: "township",
  termName: "第十九届",
  constituency: null,
  startsOn: "2022-01-10",
} as const;
const reason = "测试";

export const seed: Seed = async ({ county, township, canary }) => {
  const chair = callerAs("townshipChair", county, township).deputies;
  const where = { township: township.code };
  const create = (name: string) =>
    chair.create({
      ...where,
      idempotencyKey: newKey(),
      name,
      occupation: canary,
      phone: "13800001234",
      mandates: [mandate],
    });
  const deputy = await create(`${canary}甲`);
  const second = await create(`${canary}乙`);
  const group = await callerAs("townshipChair", county, township).groups.create({
    ...where,
    idempotencyKey: newKey(),
    name: `${canary}小组`,
    occurredOn: "2022-02-01",
  });
  await chair.addMembers({
    ...where,
    idempotencyKey: newKey(),
    groupId: group.id,
    deputyIds: [deputy.id],
    role: "member",
    startsOn: "2022-02-01",
  });
  await chair.setSeats({
    ...where,
    idempotencyKey: newKey(),
    level: "township",
    termName: "第十九届",
    seats: 45,
    startsOn: "2022-01-10",
  });
  const leave = await chair.addLeave({
    ...{ ...where, idempotencyKey: newKey(), deputyId: deputy.id },
    ...{ startsOn: "2026-12-27", endsOn: "2026-12-29", reason: canary },
  });
  const record = await chair.byId({ ...where, id: deputy.id });
  const groups = await chair.groups(where);
  return {
    deputy: deputy.id,
    secondDeputy: second.id,
    group: group.id,
    mandate: record.mandates[0]?.id ?? "",
    deputyLeave: leave.id,
    membership: groups.groups[0]?.members[0]?.id ?? "",
  };
};

export const cases: IsolationCases = {
  "deputies.list": { input: (at) => read(at, { q: "canary" }) },
  "deputies.byId": { input: (at) => read(at, { id: at.records["deputy"] }) },
  "deputies.options": { input: (at) => read(at) },
  "deputies.filters": { input: (at) => read(at) },
  "deputies.summary": { input: (at) => read(at) },
  "deputies.groups": { input: (at) => read(at) },
  "deputies.exportRows": { input: (at) => read(at) },
  "deputies.create": {
    input: (at) => change(at, { name: "某", mandates: [mandate], groupId: at.records["group"] }),
  },
  "deputies.edit": { input: (at) => change(at, { id: at.records["deputy"], version: 1, name: "改名" }) },
  "deputies.void": { input: (at) => change(at, { id: at.records["secondDeputy"], version: 1, reason }) },
  "deputies.importRows": {
    input: (at) => change(at, { rows: [{ line: 2, cells: { 姓名: "某" } }] }),
  },
  "deputies.revealPhone": { input: (at) => change(at, { id: at.records["deputy"], reason }) },
  "deputies.addMandate": {
    input: (at) => change(at, { deputyId: at.records["deputy"], ...mandate, level: "county" }),
  },
  "deputies.endMandate": {
    input: (at) =>
      change(at, { id: at.records["mandate"], version: 1, endsOn: "2026-01-01", endReason: "resigned" }),
  },
  "deputies.voidMandate": { input: (at) => change(at, { id: at.records["mandate"], version: 1, reason }) },
  "deputies.addLeave": {
    input: (at) =>
      change(at, { deputyId: at.records["deputy"], startsOn: "2026-09-01", endsOn: "2026-09-05" }),
  },
  "deputies.strikeLeave": {
    input: (at) => change(at, { id: at.records["deputyLeave"], version: 1, reason }),
  },
  "deputies.setSeats": {
    input: (at) => change(at, { level: "county", termName: "第一届", seats: 3, startsOn: "2022-01-01" }),
  },
  "deputies.addMembers": {
    input: (at) =>
      change(at, {
        groupId: at.records["group"],
        deputyIds: [at.records["secondDeputy"]],
        role: "member",
        startsOn: "2026-01-01",
      }),
  },
  "deputies.changeMemberRole": {
    input: (at) => change(at, { id: at.records["membership"], role: "leader", on: "2026-01-01" }),
  },
  "deputies.endMember": { input: (at) => change(at, { id: at.records["membership"], endsOn: "2026-01-01" }) },
  "deputies.removeMember": { input: (at) => change(at, { id: at.records["membership"], reason }) },
};
