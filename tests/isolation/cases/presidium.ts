import { callerAs, newKey } from "../../support/tenants";
import { change, type IsolationCases, read, type Seed } from "./case";

const member = { name: "某成员", post: "member", startsOn: "2022-01-10", endsOn: "2026-02-28" } as const;
const meeting = { kind: "regular", topic: "听取半年工作", occurredOn: "2026-02-10" } as const;

export const seed: Seed = async ({ county, township, canary, records }) => {
  const chair = callerAs("townshipChair", county, township);
  const where = { township: township.code };
  const made = await chair.presidiumMembers.create({
    ...where,
    idempotencyKey: newKey(),
    ...member,
    name: canary,
    deputyId: records["deputy"] ?? null,
  });
  const held = await chair.presidium.create({
    ...where,
    idempotencyKey: newKey(),
    ...meeting,
    topic: canary,
    exceptions: [],
  });
  return { member: made.id, meeting: held.id };
};

/** Beside what the kit's kinds have in common: the year, the roll, and a whole presidium at once. */
export const cases: IsolationCases = {
  "presidium.year": { input: (at) => read(at, { year: 2026 }) },
  "presidium.attendanceSheet": { input: (at) => read(at, { id: at.records["meeting"] }) },
  "presidium.create": {
    input: (at) =>
      change(at, {
        ...meeting,
        exceptions: [{ memberId: at.records["member"], status: "leave", leaveReason: "公务" }],
      }),
  },
  "presidium.recordAttendance": {
    input: (at) =>
      change(at, {
        id: at.records["meeting"],
        version: 1,
        exceptions: [{ memberId: at.records["member"], status: "absent" }],
      }),
  },
  "presidiumMembers.createMembers": {
    input: (at) => change(at, { deputyIds: [at.records["deputy"]], post: "member", startsOn: "2010-01-10" }),
  },
};
