import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { practiceDoor } from "@/domains/practices/data/door";
import { isEvidence } from "@/domains/practices/rules/evidence";
import { filedTypes } from "@/domains/registry";
import { withTownshipScope } from "@/server/db/scope";
import {
  adoptedPractice,
  practiceText,
  publishedPractice,
  saidOf,
  someEvidence,
} from "../../support/practices";
import { noon } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let abroad: TestCounty;
let author: TestTownship;
let adopter: TestTownship;
let third: TestTownship;

beforeAll(async () => {
  county = await createCounty(["甲镇", "乙镇", "丙镇"]);
  abroad = await createCounty(["外镇"]);
  [author, adopter, third] = county.townships as [TestTownship, TestTownship, TestTownship];
}, 120_000);

const chairOf = (township: TestTownship, day: string) =>
  callerAs("townshipChair", county, township, noon(day)).practices;
const staffOf = (township: TestTownship, day: string) =>
  callerAs("townshipStaff", county, township, noon(day)).practices;
const office = (day: string) => callerAs("countyStaff", county, undefined, noon(day)).practices;
const key = () => ({ idempotencyKey: newKey() });
const at = (township: TestTownship) => ({ township: township.code, ...key() });
const searched = (township: TestTownship, q: string) =>
  staffOf(township, "2026-06-01").library({ township: township.code, q });

type Said = Parameters<ReturnType<typeof chairOf>["write"]>[0];
const said = (more: object = {}) => practiceText(more) as never as Omit<Said, "township" | "idempotencyKey">;

describe("from a draft to the county's library [R90]", () => {
  it("is confirmed by the chair alone, and only with a record that shows it", async () => {
    const { id } = await staffOf(author, "2026-03-01").write({ ...said({ evidence: [] }), ...at(author) });
    await expect(
      staffOf(author, "2026-03-01").confirm({ ...at(author), id, version: 1 }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(chairOf(author, "2026-03-01").confirm({ ...at(author), id, version: 1 })).rejects.toThrow(
      "请先关联至少一条本乡镇的佐证记录",
    );
  });

  it.each(filedTypes)(
    "takes %s for evidence by its kind, and one that is not there for none [S48]",
    async (recordType) => {
      const evidence = [{ recordType, recordId: randomUUID() }];
      await expect(
        chairOf(author, "2026-03-02").write({ ...said({ evidence }), ...at(author) }),
      ).rejects.toThrow(isEvidence(recordType) ? "有的佐证记录已作废或不存在" : "不能作为佐证");
    },
  );

  it("is hidden from other townships until the county publishes it, and from other counties for good [S1][S3]", async () => {
    const recordId = await someEvidence(county, author, "2026-03-02");
    const chair = chairOf(author, "2026-03-02");
    const evidence = [{ recordType: "policy", recordId }];
    const { id } = await chair.write({ ...said({ title: "藏着的做法", evidence }), ...at(author) });
    expect((await searched(adopter, "藏着")).total).toBe(0);
    await chair.confirm({ ...at(author), id, version: 1 });
    expect((await searched(adopter, "藏着")).total).toBe(0);
    await expect(
      staffOf(adopter, "2026-03-02").practice({ township: adopter.code, id }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { id: edition } = await office("2026-03-03").publish({ ...key(), id, version: 2 });
    expect((await searched(adopter, "藏着")).rows).toMatchObject([{ id: edition, authorName: "甲镇" }]);
    const read = await staffOf(adopter, "2026-03-04").edition({ township: adopter.code, id: edition });
    // The title and the day of the evidence are told, the record stays the author's own.
    expect(read.edition.evidence).toMatchObject([{ day: "2026-03-02", ref: null }]);
    const [stranger] = abroad.townships as [TestTownship];
    const outside = callerAs("townshipStaff", abroad, stranger).practices;
    await expect(outside.edition({ township: stranger.code, id: edition })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await outside.library({ township: stranger.code, q: "藏着" })).total).toBe(0);
  });

  it("is returned with a reason, changed, and handed in again", async () => {
    const recordId = await someEvidence(county, author, "2026-03-05");
    const chair = chairOf(author, "2026-03-05");
    const evidence = [{ recordType: "policy", recordId }];
    const { id } = await chair.write({ ...said({ title: "要补的", evidence }), ...at(author) });
    await chair.confirm({ ...at(author), id, version: 1 });
    await expect(
      chair.edit({ ...said({ title: "要补的", evidence }), ...at(author), id, version: 2 }),
    ).rejects.toThrow("改以前请先撤回");
    await office("2026-03-06").return({ ...key(), id, version: 2, reason: "步骤请写清楚谁来做" });
    const own = await chair.practice({ township: author.code, id });
    expect([own.state, own.returnReason]).toEqual(["returned", "步骤请写清楚谁来做"]);
    const fuller = said({ title: "要补的", steps: "人大办每月对账。", evidence });
    await chair.edit({ ...fuller, ...at(author), id, version: 3 });
    await chair.confirm({ ...at(author), id, version: 4 });
    await office("2026-03-07").publish({ ...key(), id, version: 5 });
  });

  it("changed after publication is a new edition; until that is published the old one stays, and both are read with what differs", async () => {
    const { id, editionId } = await publishedPractice(county, author, "2026-04-01", { title: "两版的做法" });
    const chair = chairOf(author, "2026-04-02");
    const before = await chair.practice({ township: author.code, id });
    const evidence = before.evidence.map(({ recordType, recordId }) => ({ recordType, recordId }));
    const second = said({
      title: "两版的做法",
      steps: "每月5日与承办单位对账。\n每季向主席团报告。",
      evidence,
    });
    await chair.edit({ ...second, ...at(author), id, version: before.version });
    expect((await searched(adopter, "两版")).rows).toMatchObject([{ id: editionId, number: 1 }]);
    await chair.confirm({ ...at(author), id, version: before.version + 1 });
    const next = await office("2026-04-03").publish({ ...key(), id, version: before.version + 2 });
    expect((await searched(adopter, "两版")).rows).toMatchObject([{ id: next.id, number: 2 }]);
    const { versions } = await staffOf(adopter, "2026-04-04").around({
      township: adopter.code,
      practice: id,
    });
    expect(versions.map(({ number }) => number)).toEqual([2, 1]);
    expect(versions[0]?.changes).toMatchObject([
      { part: "做法步骤", lines: [{ kind: "same" }, { kind: "out" }, { kind: "in" }] },
    ]);
    await expect(adoptedPractice(county, adopter, editionId, "2026-04-05")).rejects.toThrow("最新一版");
  });

  it("whoever saved first wins", async () => {
    const { id } = await chairOf(author, "2026-03-01").write({ ...said({ evidence: [] }), ...at(author) });
    const edit = () =>
      chairOf(author, "2026-03-01").edit({ ...said({ evidence: [] }), ...at(author), id, version: 1 });
    await edit();
    await expect(edit()).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("keeps HTML as text", async () => {
    const words = '<script>alert("1")</script><b>对账</b>';
    const { editionId } = await publishedPractice(county, author, "2026-04-10", { title: words });
    const { edition } = await staffOf(adopter, "2026-04-11").edition({
      township: adopter.code,
      id: editionId,
    });
    expect(edition.title).toBe(words);
  });

  it("shows the reviewer whose text it is like [S1]", async () => {
    const steps =
      "每月五日人大办与承办单位逐件对账，没有进展的当场说明原因，写进台账。逾期十天的由主席约谈单位负责人，约谈情况抄送县人大。代表对结果不满意的，退回重新办理，第二次仍不满意的提交主席团会议讨论。";
    await publishedPractice(county, author, "2026-05-01", {
      title: "原来的",
      problem: "甲镇没人催办建议。",
      steps,
    });
    const recordId = await someEvidence(county, third, "2026-05-02");
    const chair = chairOf(third, "2026-05-02");
    const copy = { title: "抄来的", problem: "丙镇没人催办建议。", steps: steps.replace("十天", "五天") };
    const { id } = await chair.write({
      ...said({ ...copy, evidence: [{ recordType: "policy", recordId }] }),
      ...at(third),
    });
    await chair.confirm({ ...at(third), id, version: 1 });
    const { alike } = await office("2026-05-03").review({ id });
    expect(alike).toMatchObject([{ title: "原来的", township: "甲镇", kind: "copied" }]);
  });
});

describe("the library is searched [R90]", () => {
  it("by two characters, by pinyin and by first letters, with what was found marked", async () => {
    await publishedPractice(county, author, "2026-05-10", { title: "码头接待日" });
    for (const q of ["接待", "jiedai", "mtjdr"]) {
      const { rows } = await searched(adopter, q);
      expect(rows[0]?.title, q).toBe("码头接待日");
      expect(
        rows[0]?.marked.some(({ hit }) => hit),
        q,
      ).toBe(true);
    }
  });

  it("by topic, class and metric, each with how many there are", async () => {
    await publishedPractice(county, author, "2026-05-11", {
      topic: "contact",
      metrics: ["D3"],
      title: "另一题",
    });
    const caller = staffOf(adopter, "2026-06-01");
    const found = await caller.library({ township: adopter.code, topic: "contact", metric: "D3" });
    expect(found.rows.map(({ title }) => title)).toEqual(["另一题"]);
    expect(found.facets).toContainEqual({ facet: "class", code: "1", count: 1 });
  });
});

describe("an adoption [R90]", () => {
  it("is told to the author at once, to others once it was said to have helped, and counts for the author from then on", async () => {
    const { id, editionId } = await publishedPractice(county, author, "2026-02-01", { title: "会被采用的" });
    const adoption = await adoptedPractice(county, adopter, editionId, "2026-03-01");
    const usesFor = async (township: TestTownship) =>
      (await staffOf(township, "2026-06-01").around({ township: township.code, practice: id })).uses;
    expect(await usesFor(author)).toMatchObject([{ adopterName: "乙镇", confirmedOn: null }]);
    expect(await usesFor(third)).toEqual([]);
    const cell = async () => {
      const { townships } = await callerAs(
        "countyStaff",
        county,
        undefined,
        noon("2026-06-01"),
      ).assessments.values({
        year: 2026,
      });
      const own = townships.find(({ code }) => code === author.code);
      return own?.values.find(({ metric }) => metric === "F3")?.numerator;
    };
    expect(await cell()).toBe(0);
    await expect(saidOf(county, adopter, adoption, { day: "2026-03-10", helped: true })).rejects.toThrow(
      "采用才 9 天",
    );
    await saidOf(county, adopter, adoption, { day: "2026-05-01", helped: true });
    expect(await cell()).toBe(1);
    expect(await usesFor(third)).toMatchObject([{ adopterName: "乙镇", helped: true }]);
    const { timeline } = await chairOf(author, "2026-06-01").practice({ township: author.code, id });
    expect(timeline.map(({ summary }) => summary)).toContain("乙镇采用经验「会被采用的」后确认有效");
    const unsay = { ...at(adopter), id: adoption, version: 2, reason: "数字看错了" };
    await staffOf(adopter, "2026-05-02").unsay(unsay);
    expect(await cell()).toBe(0);
    // A practice that stands in the library is entered in every later year, too: nobody has used it yet is a 0, not 未录.
    const { townships } = await callerAs(
      "countyStaff",
      county,
      undefined,
      noon("2027-02-01"),
    ).assessments.values({
      year: 2027,
    });
    const own = townships.find(({ code }) => code === author.code);
    expect(own?.values.find(({ metric }) => metric === "F3")).toMatchObject({ state: "value", numerator: 0 });
  });

  it("counts once of each township, however often that drops it and takes it over again [R90]", async () => {
    const { id, editionId } = await publishedPractice(county, third, "2026-02-10", { title: "反复采用的" });
    const first = await adoptedPractice(county, adopter, editionId, "2026-03-01");
    await saidOf(county, adopter, first, { day: "2026-04-05", helped: true });
    await staffOf(adopter, "2026-04-06").stop({ ...at(adopter), id: first, version: 2, reason: "换个做法" });
    const again = await adoptedPractice(county, adopter, editionId, "2026-04-07");
    await saidOf(county, adopter, again, { day: "2026-05-20", helped: true });
    const { townships } = await callerAs(
      "countyStaff",
      county,
      undefined,
      noon("2026-06-01"),
    ).assessments.values({ year: 2026 });
    const own = townships.find(({ code }) => code === third.code);
    expect(own?.values.find(({ metric }) => metric === "F3")?.numerator).toBe(1);
    const retire = { ...at(third), id, version: 1, reason: "改由平台统一办理" };
    await chairOf(third, "2026-06-02").retireOwn(retire);
  });

  it("takes and loses no file while the county reads it", async () => {
    const recordId = await someEvidence(county, author, "2026-03-04");
    const chair = chairOf(author, "2026-03-04");
    const evidence = [{ recordType: "policy", recordId }];
    const { id } = await chair.write({ ...said({ title: "带附件的做法", evidence }), ...at(author) });
    const door = () =>
      withTownshipScope(
        { as: "township", countyId: county.id, townshipId: author.id },
        {
          actor: { accountId: randomUUID(), name: "测试", role: "townshipStaff", ip: null, requestId: null },
          ...{ now: noon("2026-03-04"), readOnly: true },
        },
        (scope) => practiceDoor(scope, id),
      );
    expect(await door()).toMatchObject({ allowed: true });
    await chair.confirm({ ...at(author), id, version: 1 });
    expect(await door()).toMatchObject({ allowed: false });
  });

  it("is refused of one's own, of a retired one, and twice at a time, each with a sentence", async () => {
    const { id, editionId } = await publishedPractice(county, author, "2026-02-02", { title: "要停的" });
    await expect(adoptedPractice(county, author, editionId, "2026-03-01")).rejects.toThrow(
      "本乡镇自己的经验",
    );
    const first = await adoptedPractice(county, adopter, editionId, "2026-03-01");
    await expect(adoptedPractice(county, adopter, editionId, "2026-03-02")).rejects.toThrow("正在采用");
    const stop = { ...at(adopter), id: first, version: 1, reason: "人手不够" };
    await staffOf(adopter, "2026-04-01").stop(stop);
    await adoptedPractice(county, adopter, editionId, "2026-04-02");
    const retire = { ...at(author), id, version: 1, reason: "改由平台统一办理" };
    await chairOf(author, "2026-04-03").retireOwn(retire);
    await expect(adoptedPractice(county, third, editionId, "2026-04-04")).rejects.toThrow(
      "已停止推广，不能再采用",
    );
  });
});

describe("words about a practice [R90][S1]", () => {
  it("are between the author, who asked, and the county: a third township reads none of them", async () => {
    const { id, editionId } = await publishedPractice(county, author, "2026-02-03", { title: "有人问的" });
    await staffOf(adopter, "2026-03-01").ask({ ...at(adopter), id: editionId, words: "经费从哪里来？" });
    await chairOf(author, "2026-03-02").answer({
      ...at(author),
      id,
      askerId: adopter.id,
      words: "办公经费里列支。",
    });
    await office("2026-03-03").countyWord({ ...key(), id, askerId: null, words: "只给甲镇看的意见" });
    const threadsFor = async (township: TestTownship) =>
      (await staffOf(township, "2026-03-04").around({ township: township.code, practice: id })).threads;
    expect((await threadsFor(adopter)).map(({ words }) => words.map((word) => word.words))).toEqual([
      ["经费从哪里来？", "办公经费里列支。"],
    ]);
    expect(await threadsFor(third)).toEqual([]);
    expect((await threadsFor(author)).length).toBe(2);
    await expect(
      chairOf(author, "2026-03-05").answer({ ...at(author), id, askerId: third.id, words: "没有人问" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
