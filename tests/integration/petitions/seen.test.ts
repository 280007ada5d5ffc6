import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { roles, type Role, tenantKindOf } from "@/lib/roles";
import { may } from "@/server/auth/permissions";
import { withCountyScope, withTownshipScope } from "@/server/db/scope";
import {
  callerAs,
  callerOf,
  createCounty,
  newKey,
  sessionAs,
  type TestCounty,
  type TestTownship,
} from "../../support/tenants";
import { call } from "../../support/call";

/** A word that stands in every text of the petitions below, and nowhere else. */
const secret = "占用祖坟";
const petitioner = "何来访";
const phone = "13987654321";
const today = new Date("2026-05-20T12:00:00+08:00");

let county: TestCounty;
let home: TestTownship;
let next: TestTownship;
let id: string;
let taken: string;
let file: string;

const as = (role: Role, town = home) => callerAs(role, county, town, today);
const staff = () => as("townshipStaff");
const at = <Rest extends object>(rest: Rest = {} as Rest) => ({ township: home.code, ...rest });
const change = <Rest extends object>(rest: Rest) => at({ idempotencyKey: newKey(), ...rest });

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇"]);
  [home, next] = county.townships as [TestTownship, TestTownship];
  const unit = await staff().units.create(change({ name: "司法所", kind: "department" }));
  ({ id } = await staff().petitions.create(
    change({
      ...{ topic: `${secret}一事`, content: `${secret}详情`, channel: "visit", category: "other" },
      ...{ occurredOn: "2026-03-02", petitionerName: petitioner, petitionerPhone: phone },
    }),
  ));
  const step = (version: number, facts: object) =>
    staff().petitions.step(change({ id, version, ...facts }) as never);
  await step(1, {
    step: "note",
    notedOn: "2026-03-03",
    notedBy: "主席",
    leaderNote: `请司法所查明${secret}`,
  });
  await step(2, { step: "assign", assignedOn: "2026-03-05", way: "assigned", unitId: unit.id });
  await as("countyStaff").petitions.handOver({
    idempotencyKey: newKey(),
    ...{ townshipId: home.id, topic: `县交${secret}`, content: secret, category: "other" },
    ...{ handedOn: "2026-04-01", dueOn: "2026-05-10" },
  });
  const { waiting } = await staff().petitions.year(at({ year: 2026 }));
  ({ id: taken } = await staff().petitions.takeOver(change({ id: waiting[0]?.id ?? "" })));
  file = randomUUID();
  const request = {
    actor: { accountId: randomUUID(), name: "测试", role: "townshipStaff", ip: null, requestId: null },
    now: today,
    readOnly: false,
  };
  await withTownshipScope(
    { as: "township", countyId: county.id, townshipId: home.id, confidential: true },
    request,
    ({ tx }) =>
      tx.attachment
        .create({
          data: {
            ...{ countyId: county.id, townshipId: home.id, id: file, recordType: "petition", recordId: id },
            ...{ name: `${secret}.pdf`, mime: "application/pdf", size: 3, sha256: "0" },
            ...{ uploadedAt: today, uploadedBy: randomUUID(), uploadedByName: "测试" },
          },
        })
        .then(() => undefined),
  );
});

/** Every question by which a petition, its file or its history could come into sight, with an answer to the office. */
const questions: Record<string, () => Record<string, unknown>> = {
  "petitions.list": () => at(),
  "petitions.byId": () => at({ id }),
  "petitions.exportRows": () => at(),
  "petitions.year": () => at({ year: 2026 }),
  "search.township": () => at({ q: secret }),
  "search.county": () => ({ q: secret }),
  "today.due": () => at({ all: true }),
  "today.recent": () => at(),
  "calendar.month": () => at({ month: "2026-03" }),
  "calendar.countyMonth": () => ({ month: "2026-03" }),
  ...{ "books.list": () => at({ year: 2026 }), "summaries.draft": () => at({ year: 2026 }) },
  "books.book": () => at({ book: "visits", part: "petition", year: 2026 }),
  "books.exportBook": () => at({ book: "visits", part: "petition", year: 2026 }),
  "attachments.list": () => at({ recordType: "petition", recordId: id }),
  "standing.ofTownship": () => at({ year: 2026 }),
  "standing.ofCounty": () => ({ year: 2026 }),
  "oversight.evidence": () => ({ township: home.code, metric: "F2", year: 2026 }),
  "oversight.ownEvidence": () => at({ metric: "F2", year: 2026 }),
  "plans.ofRecord": () => at({ recordType: "petition", id }),
};
const office: readonly Role[] = ["townshipChair", "townshipStaff"];
const others = roles.filter((role) => !office.includes(role));

describe("a petition is seen by the chair and the office of its township alone", () => {
  it("the rights stand for nobody else in the table [S4][R60]", () => {
    expect(roles.filter((role) => may(role, "petitions:read"))).toEqual(office);
    expect(roles.filter((role) => may(role, "petitions:write"))).toEqual(office);
  });

  it.each(Object.keys(questions))("%s tells no other role a word of it [S4][PIPL]", async (path) => {
    for (const role of others) {
      const session = sessionAs(role, county, tenantKindOf(role) === "township" ? home : undefined);
      const answer = await call(callerOf(session, today), path, questions[path]?.() ?? {});
      const text = JSON.stringify(answer);
      expect(text, role).not.toContain(petitioner);
      expect(text, role).not.toContain(phone);
      expect(text, role).not.toContain(secret);
    }
  });

  it("and the neighbour's office finds nothing either [S1]", async () => {
    const { petitions, search } = as("townshipStaff", next);
    const there = { township: next.code };
    await expect(petitions.byId({ ...there, id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await petitions.list(there)).total).toBe(0);
    expect(await search.township({ ...there, q: secret })).toEqual([]);
  });

  it("its own office finds it by search, in the list, in what is due and in the history; lists hold no name [R60]", async () => {
    expect((await staff().search.township(at({ q: secret }))).map(({ type }) => type)).toContain("petition");
    const { rows } = await staff().petitions.list(at());
    expect(rows.map(({ state, dueOn }) => [state, dueOn])).toContainEqual(["handling", "2026-05-04"]);
    expect(JSON.stringify(rows)).not.toContain(petitioner);
    const due = await staff().today.due(at({ all: true }));
    expect(due.rows.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["petitionFinish", "petitionForward", "handedPetition"]),
    );
    const shown = await staff().petitions.byId(at({ id }));
    expect(shown).toMatchObject({ phoneMasked: "139****4321", state: "handling" });
    expect(JSON.stringify(shown)).not.toContain(phone);
    expect(shown.timeline).toHaveLength(3);
    expect(JSON.stringify(await staff().petitions.exportRows(at()))).not.toContain(petitioner);
    expect(JSON.stringify(await staff().search.township(at({ q: petitioner })))).toBe("[]");
  });

  it("the whole number is shown to whoever says why, and that is written down [PIPL]", async () => {
    const shown = await as("townshipChair").petitions.revealPhone(change({ id, reason: "回访" }));
    expect(shown).toEqual({ phone });
    const { timeline } = await staff().petitions.byId(at({ id }));
    expect(timeline[0]?.summary).toContain("电话：回访");
  });
});

describe("the database keeps it, whatever a statement asks", () => {
  const actor = { accountId: randomUUID(), name: "测试", role: "countyStaff", ip: null, requestId: null };
  const request = { actor, now: today, readOnly: true };
  const counts = async ({ tx }: Parameters<Parameters<typeof withCountyScope<number[]>>[2]>[0]) => {
    const [row] = await tx.$queryRaw<{ n: number[] }[]>`SELECT ARRAY[(SELECT count(*)::int FROM petition),
      (SELECT count(*)::int FROM attachment WHERE record_type = 'petition'),
      (SELECT count(*)::int FROM audit_event WHERE record_type = 'petition')] AS n`;
    return row?.n ?? [];
  };

  it("a county's scope and a township's without that right have no row, no file and no history of it [S6]", async () => {
    expect(await withCountyScope(county.id, request, counts)).toEqual([0, 0, 0]);
    const tenant = { as: "township", countyId: county.id, townshipId: home.id } as const;
    const asked = (confidential: boolean) =>
      withTownshipScope({ ...tenant, confidential }, request, (scope) => counts(scope as never));
    expect(await asked(false)).toEqual([0, 0, 0]);
    expect(await asked(true)).toEqual([2, 1, expect.any(Number)]);
  });

  it("they may be told days and counts, by functions that hold no word of it [S6]", async () => {
    const viewer = as("townshipViewer");
    const { kinds } = await viewer.standing.ofTownship(at({ year: 2026 }));
    expect(kinds.find(({ type }) => type === "petition")?.text).toContain("收到 2 件");
    const county2 = await as("countyLeader").standing.ofCounty({ year: 2026 });
    expect(JSON.stringify(county2)).toContain("收到 2 件，转交办 1 件");
  });
});

describe("what the county handed over", () => {
  it("is told to the county with its matter, late and unanswered first, and to nobody in the township but the office [R65]", async () => {
    const { rows } = await as("countyLeader").petitions.handedList({ year: 2026 });
    expect(rows).toMatchObject([
      { topic: `县交${secret}`, takenOn: "2026-05-20", state: "late", report: null },
    ]);
    const step = { step: "finish", finishedOn: "2026-05-20", result: "已调解" };
    const unit = await staff().units.options(at());
    const assign = { step: "assign", assignedOn: "2026-05-20", way: "forwarded", unitId: unit[0]?.id };
    await staff().petitions.step(change({ id: taken, version: 1, ...assign }) as never);
    await staff().petitions.step(change({ id: taken, version: 2, ...step }));
    const report = { step: "report", reportedOn: "2026-05-20", countyReport: "双方已和解" };
    await staff().petitions.step(change({ id: taken, version: 3, ...report }));
    const after = await as("countyStaff").petitions.handedList({ year: 2026 });
    expect(after.rows).toMatchObject([{ state: "reportedLate", report: "双方已和解" }]);
  });

  it("only what the county handed over is reported back, and it is taken over once [R65]", async () => {
    const finish = { step: "finish", finishedOn: "2026-05-01", result: "已调解" };
    await staff().petitions.step(change({ id, version: 3, ...finish }));
    const report = { step: "report", reportedOn: "2026-05-02", countyReport: "已办" };
    await expect(staff().petitions.step(change({ id, version: 4, ...report }) as never)).rejects.toThrow(
      "这件不是县人大交办的",
    );
    const { rows } = await as("countyStaff").petitions.handedList({ year: 2026 });
    const again = staff().petitions.takeOver(change({ id: rows[0]?.id ?? "" }));
    await expect(again).rejects.toThrow("已经接收");
    const back = as("countyStaff").petitions.withdraw({
      ...{ idempotencyKey: newKey(), id: rows[0]?.id ?? "", reason: "交错" },
    });
    await expect(back).rejects.toThrow("已于 2026-05-20 接收");
  });
});

describe("a voter's opinion that becomes a petition", () => {
  it("is not typed again, is answered by it, and leaks nothing of it to those who may not see it [R58][R60]", async () => {
    const opinion = await staff().opinions.create(
      change({
        ...{ topic: "路灯不亮", category: "other", channel: "visit", occurredOn: "2026-04-01" },
        ...{ voterName: "何为", voterPhone: "13812345678" },
      }),
    );
    const made = await staff().opinions.toPetition(change({ id: opinion.id, version: 1 }));
    const { facts } = await staff().petitions.byId(at({ id: made.id }));
    expect(facts).toMatchObject({ topic: "路灯不亮", channel: "visit", petitionerName: "何为" });
    const { timeline } = await staff().opinions.byId(at({ id: opinion.id }));
    expect(JSON.stringify(timeline)).toContain("信访件「路灯不亮」");
    const unit = await staff().units.options(at());
    const assign = { step: "assign", assignedOn: "2026-04-02", way: "forwarded", unitId: unit[0]?.id };
    await staff().petitions.step(change({ id: made.id, version: 1, ...assign }) as never);
    const finish = { step: "finish", finishedOn: "2026-04-20", result: `办理中查明${secret}` };
    await staff().petitions.step(change({ id: made.id, version: 2, ...finish }));
    expect((await staff().opinions.byId(at({ id: opinion.id }))).carrier).toMatchObject({
      ...{ type: "petition", answeredOn: "2026-04-20", answer: `办理中查明${secret}` },
    });
    for (const role of ["townshipViewer", "countyStaff", "countyLeader"] as const) {
      const seen = await as(role).opinions.byId(at({ id: opinion.id }));
      expect(seen.carrier, role).toMatchObject({ type: "petition", title: "信访件", answer: null });
      expect(seen.answered, role).toBe("2026-04-20");
      expect(JSON.stringify(seen), role).not.toContain(secret);
    }
    const { rows } = await as("countyStaff").oversight.evidence({
      township: home.code,
      metric: "D4",
      year: 2026,
    } as never);
    expect(rows).toMatchObject([{ reason: "inTime" }]);
  });

  it("takes its own words, its history and its files with it, whatever asks for them, and gives them back when it was none [S4][PIPL]", async () => {
    const [word, voter] = ["宅基地纠纷", "孙反映"];
    const { id: opinion } = await staff().opinions.create(
      change({
        ...{
          topic: `${word}一事`,
          content: `${word}详情`,
          category: "other",
          channel: "visit",
          occurredOn: "2026-04-01",
        },
        ...{ voterName: voter, voterPhone: "13800001111" },
      }),
    );
    await staff().opinions.answer(
      change({
        id: opinion,
        version: 1,
        answeredOn: "2026-04-02",
        answer: `${word}已了解`,
        satisfaction: null,
      }),
    );
    const made = await staff().opinions.toPetition(change({ id: opinion, version: 2 }));
    const where = { year: 2026, book: "visits", part: "voterOpinion" };
    const ways: Record<string, object> = {
      "opinions.byId": at({ id: opinion }),
      "opinions.list": at(),
      "opinions.exportRows": at(),
      "opinions.alike": at({ day: "2026-04-01", topic: `${word}一事`, texts: [`${word}详情`] }),
      "search.township": at({ q: word }),
      "search.county": { q: word },
      "today.recent": at(),
      "today.due": at({ all: true }),
      "calendar.month": at({ month: "2026-04" }),
      "calendar.countyMonth": { month: "2026-04" },
      "books.book": at(where),
      "books.exportBook": at(where),
      "attachments.list": at({ recordType: "voterOpinion", recordId: opinion }),
      "oversight.evidence": { township: home.code, metric: "D4", year: 2026 },
      "oversight.ownEvidence": at({ metric: "D4", year: 2026 }),
      ...{ "standing.ofTownship": at({ year: 2026 }), "summaries.draft": at({ year: 2026 }) },
      "plans.ofRecord": at({ recordType: "voterOpinion", id: opinion }),
    };
    for (const [path, input] of Object.entries(ways))
      for (const role of others) {
        const session = sessionAs(role, county, tenantKindOf(role) === "township" ? home : undefined);
        const text = JSON.stringify(await call(callerOf(session, today), path, input));
        expect(text, `${path} ${role}`).not.toContain(word);
        expect(text, `${path} ${role}`).not.toContain(voter);
      }
    const { facts } = await staff().petitions.byId(at({ id: made.id }));
    expect(facts).toMatchObject({ topic: `${word}一事`, petitionerName: voter });
    const held = await staff().opinions.byId(at({ id: opinion }));
    const typed = staff().opinions.edit(change({ ...held.facts, id: opinion, version: 3, topic: word }));
    await expect(typed).rejects.toThrow("已经转为信访件，内容和答复请到信访件里登记");
    await staff().petitions.void(change({ id: made.id, version: 1, reason: "误转" }));
    const back = await as("townshipViewer").opinions.byId(at({ id: opinion }));
    expect(back).toMatchObject({
      carrier: null,
      facts: { topic: `${word}一事`, voterName: voter },
      answer: `${word}已了解`,
    });
  });
});
