import { beforeAll, describe, expect, it } from "vitest";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { seatDeputies } from "../../support/seated";

const now = new Date("2026-08-20T02:00:00Z");
let county: TestCounty;
let town: TestTownship;
let other: TestTownship;
let staff: ReturnType<typeof callerAs>;
let deputyId: string;
let members: string[];

const key = () => ({ township: town.code, idempotencyKey: newKey() });
const refused = (code: string, message: RegExp | string = /./) => ({
  cause: expect.objectContaining({ code }) as unknown,
  message: expect.stringMatching(message) as string,
});
const meeting = (over: Record<string, unknown>) => ({
  ...key(),
  kind: "regular" as const,
  topic: "听取专项报告",
  occurredOn: "2026-02-10",
  ...over,
});
const read = (id: string) => staff.presidium.byId({ township: town.code, id });

beforeAll(async () => {
  county = await createCounty(["甲镇", "乙镇"]);
  [town, other] = county.townships as [TestTownship, TestTownship];
  staff = callerAs("townshipStaff", county, town, now);
  [deputyId] = (await seatDeputies(county, town, [{ name: "陈主席", pinyin: "chen zhu xi" }])) as [string];
  const people = [
    { name: "会被名册改写", deputyId, post: "chair" as const, fullTime: false, otherPosts: "党委书记" },
    { name: "副主席甲", post: "viceChair" as const, fullTime: true },
    { name: "成员乙", post: "member" as const },
    { name: "成员丙", post: "member" as const, endsOn: "2026-03-31" },
  ];
  members = [];
  for (const person of people) {
    members.push((await staff.presidiumMembers.create({ ...key(), startsOn: "2022-01-01", ...person })).id);
  }
});

describe("members", () => {
  it("[R2] keeps posts, full-time and other posts; a deputy bears the roster's name and is found by pinyin", async () => {
    const { rows } = await staff.presidiumMembers.list({ township: town.code });
    expect(rows.map((member) => [member.name, member.post, member.fullTime])).toEqual([
      ["陈主席", "chair", false],
      ["副主席甲", "viceChair", true],
      ["成员乙", "member", null],
      ["成员丙", "member", null],
    ]);
    expect(
      (await staff.presidiumMembers.list({ township: town.code, q: "chen" })).rows.map((row) => row.name),
    ).toEqual(["陈主席"]);
    const inOffice = await staff.presidiumMembers.list({ township: town.code, where: { serving: "yes" } });
    expect(inOffice.rows).toHaveLength(3);
  });

  it("[R2] refuses two posts at once and a deputy of nobody", async () => {
    const again = { ...key(), name: "陈主席", deputyId, post: "member" as const, startsOn: "2023-01-01" };
    await expect(staff.presidiumMembers.create(again)).rejects.toMatchObject(refused("RULE", "任期重叠"));
    await expect(
      staff.presidiumMembers.create({ ...again, ...key(), deputyId: newKey() }),
    ).rejects.toMatchObject(refused("NOT_FOUND"));
  });
});

describe("a whole presidium at once", () => {
  it("[R2] enters several deputies in one post, all of them or none, and names who cannot", async () => {
    const own = await createCounty(["丙镇"]);
    const [place] = own.townships as [TestTownship];
    const ids = await seatDeputies(own, place, [
      { name: "周一", pinyin: "zhou yi" },
      { name: "吴二", pinyin: "wu er" },
      { name: "郑三", pinyin: "zheng san" },
    ]);
    const me = callerAs("townshipStaff", own, place, now).presidiumMembers;
    const enter = (deputyIds: string[], post: "chair" | "viceChair" | "member" = "member") =>
      me.createMembers({
        township: place.code,
        idempotencyKey: newKey(),
        deputyIds,
        post,
        startsOn: "2022-01-01",
      });
    const names = async () => (await me.list({ township: place.code })).rows.map((row) => row.name).sort();
    await enter(ids.slice(0, 1), "chair");
    await expect(enter(ids.slice(1), "chair")).rejects.toMatchObject(refused("RULE", "主席只有一名"));
    await expect(enter(ids, "viceChair")).rejects.toMatchObject(refused("RULE", "最多选两人"));
    await expect(enter(ids)).rejects.toMatchObject(refused("RULE", "周一自 2022-01-01 起已任主席"));
    expect(await names()).toEqual(["周一"]);
    const made = await enter(ids.slice(1));
    expect(made.ids).toHaveLength(2);
    expect(await names()).toEqual(["吴二", "周一", "郑三"]);
    const recent = await callerAs("townshipStaff", own, place, now).today.recent({ township: place.code });
    // With the chair whom the same caller entered: told once.
    expect(recent.filter((row) => made.ids.includes(row.recordId ?? ""))).toMatchObject([{ count: 3 }]);
  });
});

describe("meetings", () => {
  it("[R23] takes the roll of who holds office that day, present unless marked", async () => {
    const { id } = await staff.presidium.create(
      meeting({
        exceptions: [
          { memberId: members[1] ?? "", status: "leave", leaveReason: "县里开会" },
          { memberId: members[3] ?? "", status: "absent" },
        ],
      }),
    );
    expect((await read(id)).turnout).toEqual({
      expected: 4,
      present: 2,
      leave: 1,
      absent: 1,
      totalsOnly: false,
    });
    expect((await read(id)).quorate).toBe(false);
    await staff.presidium.recordAttendance({
      ...key(),
      id,
      version: 1,
      exceptions: [{ memberId: members[3] ?? "", status: "absent" }],
    });
    expect((await read(id)).quorate).toBe(true);
    const later = meeting({
      occurredOn: "2026-05-10",
      exceptions: [{ memberId: members[3] ?? "", status: "absent" }],
    });
    await expect(staff.presidium.create(later)).rejects.toMatchObject(
      refused("RULE", "成员丙.*不是主席团成员"),
    );
    const unknown = meeting({ topic: "另一次会", exceptions: [{ memberId: newKey(), status: "absent" }] });
    await expect(staff.presidium.create(unknown)).rejects.toMatchObject(refused("NOT_FOUND"));
  });

  it("[R23] a meeting entered with its roll is one change, and one line of the history", async () => {
    const exceptions = [{ memberId: members[1] ?? "", status: "leave", leaveReason: "县里开会" }];
    const { id } = await staff.presidium.create(meeting({ topic: "听取半年报告", exceptions }));
    const { timeline } = await read(id);
    expect(timeline).toMatchObject([
      {
        action: "presidium.create",
        summary: "登记主席团例会「听取半年报告」，应到 4 人，实到 3 人",
        body: "未出席：副主席甲请假（县里开会）",
        happenedOn: "2026-02-10",
      },
    ]);
  });

  it("[R23] covers quarters by meetings held, never by consultations, with the county's article", async () => {
    await staff.presidium.create(meeting({ kind: "consultation", occurredOn: "2026-05-20" }));
    const view = await staff.presidium.year({ township: town.code, year: 2026 });
    expect(view.quarters.map((cell) => cell.state)).toEqual(["met", "missing", "open", "future"]);
    expect(view.quarters[2]?.daysLeft).toBe(41);
    expect(view.article).toBe("浙江省乡镇人大工作条例第24条");
    const { id } = await staff.presidium.create(meeting({ kind: "special", occurredOn: "2026-06-30" }));
    const states = async () =>
      (await staff.presidium.year({ township: town.code, year: 2026 })).quarters[1]?.state;
    expect(await states()).toBe("met");
    await staff.presidium.void({ ...key(), id, version: 1, reason: "误录" });
    expect(await states()).toBe("missing");
  });

  it("[R23] lists who stayed away without leave, and drops them once the leave is recorded", async () => {
    const { id } = await staff.presidium.create(
      meeting({
        occurredOn: "2025-02-10",
        topic: "去年的会",
        exceptions: [{ memberId: members[2] ?? "", status: "absent" }],
      }),
    );
    const absences = async () =>
      (await staff.presidium.year({ township: town.code, year: 2025 })).absences.map((row) => [
        row.name,
        row.topic,
      ]);
    expect(await absences()).toEqual([["成员乙", "去年的会"]]);
    const leave = [{ memberId: members[2] ?? "", status: "leave" as const, leaveReason: "公差" }];
    await staff.presidium.recordAttendance({ ...key(), id, version: 1, exceptions: leave });
    expect(await absences()).toEqual([]);
  });

  it("[R23] takes totals alone for old records, tells not entered from none, and refuses future meetings", async () => {
    const bare = await staff.presidium.create(meeting({ occurredOn: "2024-03-01" }));
    expect((await read(bare.id)).turnout).toBeNull();
    const old = await staff.presidium.create(
      meeting({ occurredOn: "2024-06-01", membersTotal: 9, membersPresent: 7 }),
    );
    expect((await read(old.id)).turnout).toMatchObject({ expected: 9, present: 7, totalsOnly: true });
    await expect(
      staff.presidium.create(meeting({ membersTotal: 9, membersPresent: 10 })),
    ).rejects.toMatchObject(refused("RULE", "多于应到"));
    await expect(staff.presidium.create(meeting({ occurredOn: "2026-08-21" }))).rejects.toMatchObject(
      refused("RULE", "还没到"),
    );
  });

  it("[R23] keeps a roll true when a day or a term of office is corrected", async () => {
    const { id } = await staff.presidium.create(meeting({ occurredOn: "2026-03-30", exceptions: [] }));
    const edit = { ...meeting({ occurredOn: "2026-04-02" }), id, version: 1 };
    await expect(staff.presidium.edit(edit)).rejects.toMatchObject(refused("RULE", "成员丙当日不在任"));
    const shorter = {
      ...key(),
      id: members[3] ?? "",
      version: 1,
      name: "成员丙",
      post: "member" as const,
      startsOn: "2022-01-01",
    };
    await expect(staff.presidiumMembers.edit({ ...shorter, endsOn: "2026-01-31" })).rejects.toMatchObject(
      refused("RULE", "出席记录"),
    );
    await expect(
      staff.presidiumMembers.void({ ...key(), id: members[3] ?? "", version: 1, reason: "误录" }),
    ).rejects.toMatchObject(refused("RULE", "不能作废"));
    await staff.presidium.edit({ ...edit, ...key(), occurredOn: "2026-03-29", decisions: "同意" });
    expect(await read(id)).toMatchObject({
      facts: { occurredOn: "2026-03-29", decisions: "同意" },
      version: 2,
    });
  });

  it("[R23] lists by year, quarter, kind and words, and exports the same", async () => {
    await staff.presidium.create(meeting({ occurredOn: "2023-11-11", topic: "研究渔港整治" }));
    const find = (input: object) => staff.presidium.list({ township: town.code, ...input });
    expect((await find({ q: "渔港" })).rows.map((row) => row.occurredOn)).toEqual(["2023-11-11"]);
    expect((await find({ year: 2023, where: { quarter: "4" } })).total).toBe(1);
    expect((await find({ year: 2023, where: { quarter: "1" } })).total).toBe(0);
    expect((await find({ where: { kind: "consultation" } })).rows.every((row) => !row.counts)).toBe(true);
    for (const sort of ["number", "turnout"] as const)
      expect((await find({ sort })).total).toBeGreaterThan(3);
    const exported = await staff.presidium.exportRows({ township: town.code, q: "渔港" });
    expect(exported.rows).toHaveLength(1);
    expect(exported.columns).toHaveLength(exported.rows[0]?.length ?? 0);
  });

  it("[S1] hides the presidium from another township and lets the county only read", async () => {
    const { id } = await staff.presidium.create(meeting({ occurredOn: "2023-01-11" }));
    const foreign = callerAs("townshipChair", county, other, now);
    await expect(foreign.presidium.byId({ township: other.code, id })).rejects.toMatchObject(
      refused("NOT_FOUND"),
    );
    const reader = callerAs("countyLeader", county, undefined, now);
    expect((await reader.presidium.attendanceSheet({ township: town.code, id })).members).toHaveLength(4);
    await expect(reader.presidium.create(meeting({}))).rejects.toMatchObject(refused("FORBIDDEN"));
  });
});
