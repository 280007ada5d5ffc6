import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { withTownshipScope } from "@/server/db/scope";
import { type Desk, carryToReply, openDesk, rate } from "../../support/suggestions";
import { createCounty, newKey, sessionAs, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;
let desk: Desk;
let suggestion: string;

const change = () => ({ township: home.code, idempotencyKey: newKey() });
const staff = () => desk.on("2026-08-20");
const bookOf = (book: string, year = 2026, more: { part?: string; page?: number; pageSize?: number } = {}) =>
  staff().books.book({ township: home.code, book, year, ...more });

/** A file's row, as it stands after an upload. */
async function attach(recordType: string, recordId: string, name: string): Promise<void> {
  const { accountId, role } = sessionAs("townshipStaff", county, home);
  const actor = { accountId, name: "王芳", role, ip: null, requestId: null };
  const tenant = { countyId: county.id, townshipId: home.id };
  await withTownshipScope(
    { as: "township", ...tenant },
    { actor, now: new Date(), readOnly: false },
    async ({ tx }) => {
      const file = {
        id: randomUUID(),
        recordType,
        recordId,
        name,
        mime: "application/pdf",
        size: 1,
        sha256: "0".repeat(64),
      };
      const uploaded = {
        uploadedAt: new Date("2026-03-06T01:00:00Z"),
        uploadedBy: accountId,
        uploadedByName: "王芳",
      };
      await tx.attachment.create({ data: { ...tenant, ...file, ...uploaded } });
    },
  );
}

beforeAll(async () => {
  county = await createCounty(["高亭镇"]);
  [home] = county.townships as [TestTownship];
  desk = await openDesk(county, home);
  const made = await desk.enter("2026-02-02");
  suggestion = made.id;
  await carryToReply(desk, suggestion);
  await rate(desk, suggestion, "2026-04-01", "satisfied");
  await desk.enter("2026-05-06", "关于增设路灯的建议");
  await desk.enter("2025-05-06", "关于上年的建议");
  for (const [topic, occurredOn] of [
    ["第二次会议", "2026-05-10"],
    ["第一次会议", "2026-02-10"],
    ["上年的会议", "2025-11-10"],
  ] as const)
    await staff().presidium.create({
      ...change(),
      ...{ kind: "regular", topic, occurredOn, decisions: "议定三项", membersTotal: 9, membersPresent: 8 },
    });
});

describe("the office's books, generated from the records [R11]", () => {
  it("the minutes of the presidium: a year's meetings in their order, the very rows of the list", async () => {
    const { name, columns, rows, total } = await bookOf("presidium");
    expect(name).toBe("主席团会议记录簿");
    const headers = columns.map(({ header }) => header);
    for (const header of ["会议日期", "会次", "类别", "议题", "议定事项", "地点"])
      expect(headers).toContain(header);
    const at = (row: readonly unknown[], header: string) => row[headers.indexOf(header)];
    const listed = await staff().presidium.list({ township: home.code, year: 2026, direction: "asc" });
    expect(total).toBe(listed.total);
    expect(
      rows.map((row) => ["会议日期", "议题", "应到（人）", "实到（人）"].map((header) => at(row, header))),
    ).toEqual(
      listed.rows.map(({ occurredOn, topic, expected, present }) => [occurredOn, topic, expected, present]),
    );
    expect(rows.map((row) => at(row, "议题"))).toEqual(["第一次会议", "第二次会议"]);
  });

  it("who sat in the presidium in a year stands in that year's register, and those before and after do not", async () => {
    for (const [name, startsOn, endsOn] of [
      ["秘书甲", "2022-01-12", "2026-02-10"],
      ["秘书乙", "2026-02-11", null],
      ["秘书丙", "2022-01-12", "2025-12-31"],
    ] as const)
      await staff().presidiumMembers.create({ ...change(), name, post: "secretary", startsOn, endsOn });
    const { name, columns, rows } = await bookOf("presidiumMembers");
    expect(name).toBe("主席团成员登记簿");
    const at = columns.findIndex(({ header }) => header === "姓名");
    expect(rows.map((row) => row[at]).sort()).toEqual(["秘书乙", "秘书甲"]);
  });

  it("bills and suggestions: who moved and who joined, who handled it, reply, rating and result", async () => {
    const { rows } = await bookOf("suggestions");
    expect(rows[0]?.slice(0, 9)).toEqual([
      ...[1, "建议", "关于老街雨天积水排水改造的建议", "代表甲", "代表乙", "2026-02-02"],
      ...["镇城建办、东沙居委会", "2026-03-20", "满意"],
    ]);
    const { rows: listed } = await staff().suggestions.list({
      ...{ township: home.code, year: 2026, state: "registered", sort: "number", direction: "asc" },
    });
    expect(rows.map((row) => [row[0], row[2]])).toEqual(listed.map(({ number, title }) => [number, title]));
  });

  it("grouping and roster: who is in office with the group, and each group with its people; no telephone number", async () => {
    const { id: groupId } = await desk.on("2026-01-05").groups.create({
      ...change(),
      ...{ name: "第一小组", area: "老街片", occurredOn: "2026-01-05" },
    });
    await desk.on("2026-01-06").deputies.addMembers({
      ...change(),
      ...{ groupId, deputyIds: [desk.mover], role: "leader", startsOn: "2026-01-06" },
    } as never);
    const roster = await bookOf("roster", 2026, { part: "deputy" });
    const list = await staff().deputies.list({ township: home.code });
    expect(roster.rows.map(([name]) => name)).toEqual(list.rows.map(({ name }) => name));
    const groups = await bookOf("roster", 2026, { part: "deputyGroup" });
    expect(groups.rows).toEqual([["第一小组", "老街片", "2026-01-05", "代表甲", "", "", 1]]);
    expect(groups.parts.map(({ name }) => name)).toEqual(["代表", "代表小组"]);
  });

  it("documents: the year's files, each with the record it belongs to; those of a record struck out are gone", async () => {
    const policy = {
      ...{ title: "主席团议事规则", template: "presidiumProcedure" as const, occurredOn: "2026-03-05" },
    };
    const { id } = await staff().policies.create({ ...change(), ...policy });
    const { id: gone } = await staff().policies.create({ ...change(), ...policy, title: "误录" });
    await attach("policy", id, "议事规则.pdf");
    await attach("policy", gone, "误录.pdf");
    await attach("suggestion", suggestion, "答复函.pdf");
    await staff().policies.void({ ...change(), id: gone, version: 1, reason: "误录" });
    const { rows } = await bookOf("documents");
    expect(rows.toSorted()).toEqual(
      [
        ["2026-03-06", "答复函.pdf", "建议", "关于老街雨天积水排水改造的建议", "王芳"],
        ["2026-03-06", "议事规则.pdf", "工作制度", "制度「主席团议事规则」", "王芳"],
      ].toSorted(),
    );
    expect((await bookOf("documents", 2025)).rows).toEqual([]);
  });

  it("a kind that is said once has a register of its own without a line written for it", async () => {
    const { name, rows, unit } = await bookOf("policies");
    expect([name, unit]).toEqual(["工作制度登记簿", "项"]);
    const file = await staff().policies.exportRows({ township: home.code, year: 2026 });
    expect(rows).toEqual(file.rows);
  });

  it("what stands over years is in the book of each of them: until its last year, and no more once struck out", async () => {
    const policy = { template: "study" as const, repealedOn: null };
    for (const [title, occurredOn, repealedOn] of [
      ["至今的制度", "2019-05-01", null],
      ["废止的制度", "2020-12-31", "2023-01-01"],
      ["当年的制度", "2021-02-01", "2021-03-01"],
    ] as const)
      await staff().policies.create({ ...change(), ...policy, title, occurredOn, repealedOn });
    const { id } = await staff().policies.create({
      ...{ ...change(), ...policy, title: "错录的制度", occurredOn: "2019-05-01" },
    });
    await staff().policies.void({ ...change(), id, version: 1, reason: "误录" });
    const titles = async (year: number) => (await bookOf("policies", year)).rows.map(([title]) => title);
    expect(await titles(2018)).toEqual([]);
    expect(await titles(2019)).toEqual(["至今的制度"]);
    expect(await titles(2020)).toEqual(["至今的制度", "废止的制度"]);
    expect(await titles(2021)).toEqual(["至今的制度", "废止的制度", "当年的制度"]);
    expect(await titles(2023)).toEqual(["至今的制度", "废止的制度"]);
    expect(await titles(2024)).toEqual(["至今的制度"]);
    const held = { post: "officer" as const, deputyId: null, fullTime: true, otherJobs: null };
    await staff().posts.create({ ...change(), ...held, name: "张三", startsOn: "2021-04-01", endsOn: null });
    await staff().posts.create({
      ...{ ...change(), ...held, name: "李四", startsOn: "2021-04-01", endsOn: "2022-06-30" },
    });
    const people = async (year: number) =>
      (await bookOf("posts", year)).rows.map(([name]) => name).toSorted();
    expect(await people(2020)).toEqual([]);
    expect(await people(2022)).toEqual(["张三", "李四"].toSorted());
    expect(await people(2026)).toEqual(["张三"]);
  });

  it("sessions: who came, what stood on the agenda, what was put to the vote, in their order", async () => {
    const { id: termId } = await staff().sessions.createTerm({
      ...{ ...change(), number: 19, startsOn: "2022-01-10", endsOn: null },
    });
    const meeting = { ...change(), termId, kind: "regular" as const, deputiesTotal: 60, deputiesPresent: 57 };
    await staff().sessions.create({
      ...{ ...meeting, ...change(), number: 6, startsOn: "2026-08-01", place: "镇政府" },
      agenda: [],
    });
    await staff().sessions.create({
      ...{ ...meeting, ...change(), number: 5, startsOn: "2026-01-15", endsOn: "2026-01-16", minutes: 720 },
      agenda: [
        { kind: "governmentReport", title: "政府工作报告" },
        { kind: "budget", title: "预算" },
      ],
    });
    const { name, unit, rows, columns } = await bookOf("sessions");
    expect([name, unit]).toEqual(["人代会会议记录簿", "次"]);
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ["第十九届人大第五次会议", "例会", "2026-01-15", "2026-01-16"],
      ["第十九届人大第六次会议", "例会", "2026-08-01", null],
    ]);
    const at = (header: string) => rows.map((row) => row[columns.findIndex((one) => one.header === header)]);
    expect(at("会期时长")).toEqual(["12 小时", null]);
    expect(at("地点")).toEqual([null, "镇政府"]);
    expect(at("议程（项）")).toEqual([2, 0]);
    expect(at("议程")).toEqual(["政府工作报告、预算（决算）审查", ""]);
    expect(at("表决（项）")).toEqual([0, 0]);
    expect(at("选举（项）")).toEqual([0, 0]);
    const listed = await staff().sessions.list({ township: home.code, year: 2026, direction: "asc" });
    expect(at("实到（人）")).toEqual(listed.rows.map(({ turnout }) => turnout?.present ?? null));
  });

  it("the list counts without making the sheets, and tells what they hold", async () => {
    for (const year of [2018, 2021, 2025, 2026, 2027]) {
      const { rows } = await staff().books.list({ township: home.code, year });
      for (const { book, parts } of rows)
        for (const { type, entries } of parts)
          expect([book, type, year, entries]).toEqual([
            ...[book, type, year, (await bookOf(book, year, { part: type })).total],
          ]);
    }
  });

  it("the list tells how much stands in each; a book is read page by page, and its file is the whole", async () => {
    const { rows } = await staff().books.list({ township: home.code, year: 2026 });
    expect(rows.slice(0, 2).map(({ name, parts }) => [name, parts[0]?.entries])).toEqual([
      ["主席团会议记录簿", 2],
      ["议案建议登记簿", 2],
    ]);
    const second = await bookOf("presidium", 2026, { page: 2, pageSize: 1 });
    expect([second.total, second.rows.map(([topic]) => topic)]).toEqual([2, ["第二次会议"]]);
    const file = await staff().books.exportBook({ township: home.code, book: "presidium", year: 2026 });
    expect([file.title, file.rows.length]).toEqual(["2026年主席团会议记录簿", 2]);
  });

  it("a book or a part nobody keeps does not exist", async () => {
    await expect(bookOf("nothing")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(bookOf("presidium", 2026, { part: "deputy" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
