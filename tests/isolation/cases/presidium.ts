import { callerAs, newKey } from "../../support/tenants";
import { change, type IsolationCases, read, type Seed } from "./case";

const reason = "测试";
const member = { name: "某成员", post: "member", startsOn: "2022-01-10" } as const;
const meeting = { kind: "regular", topic: "听取半年工作", occurredOn: "2026-06-10" } as const;

export const seed: Seed = async ({ county, township, canary, records }) => {
  const chair = callerAs("townshipChair", county, township).presidium;
  const where = { township: township.code };
  const made = await chair.createMember({
    ...where,
    idempotencyKey: newKey(),
    ...member,
    name: canary,
    deputyId: records["deputy"] ?? null,
  });
  const held = await chair.create({
    ...where,
    idempotencyKey: newKey(),
    ...meeting,
    topic: canary,
    exceptions: [],
  });
  return { member: made.id, meeting: held.id };
};

export const cases: IsolationCases = {
  "presidium.list": { input: (at) => read(at) },
  "presidium.byId": { input: (at) => read(at, { id: at.records["meeting"] }) },
  "presidium.year": { input: (at) => read(at, { year: 2026 }) },
  "presidium.members": { input: (at) => read(at) },
  "presidium.attendanceSheet": { input: (at) => read(at, { id: at.records["meeting"] }) },
  "presidium.exportRows": { input: (at) => read(at) },
  "presidium.create": {
    input: (at) =>
      change(at, {
        ...meeting,
        exceptions: [{ memberId: at.records["member"], status: "leave", leaveReason: "公务" }],
      }),
  },
  "presidium.edit": { input: (at) => change(at, { id: at.records["meeting"], version: 1, ...meeting }) },
  "presidium.void": { input: (at) => change(at, { id: at.records["meeting"], version: 1, reason }) },
  "presidium.recordAttendance": {
    input: (at) =>
      change(at, {
        id: at.records["meeting"],
        version: 1,
        exceptions: [{ memberId: at.records["member"], status: "absent" }],
      }),
  },
  "presidium.createMember": { input: (at) => change(at, { ...member, deputyId: at.records["deputy"] }) },
  "presidium.createMembers": {
    input: (at) => change(at, { deputyIds: [at.records["deputy"]], post: "member", startsOn: "2010-01-10" }),
  },
  "presidium.editMember": { input: (at) => change(at, { id: at.records["member"], version: 1, ...member }) },
  "presidium.voidMember": { input: (at) => change(at, { id: at.records["member"], version: 1, reason }) },
};
