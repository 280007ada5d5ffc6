import { beforeAll, describe, expect, it } from "vitest";
import { callerAs, createCounty, newKey } from "../../support/tenants";
import {
  accept,
  assign,
  carryToReply,
  check,
  consult,
  type Desk,
  openDesk,
  rate,
  reply,
  seen,
} from "../../support/suggestions";

let desk: Desk;

async function deskIn(province: string): Promise<Desk> {
  const county = await createCounty(["高亭镇", "衢山镇"], province);
  const [township] = county.townships;
  if (township === undefined) throw new Error("no township");
  return openDesk(county, township);
}

beforeAll(async () => {
  desk = await deskIn("zhejiang");
});

const byId = (id: string, day = "2026-11-20") => desk.on(day).suggestions.byId({ ...desk.at, id });

describe("the three checks", () => {
  it("let nothing pass with one of them failed, and return it with the reason [R69]", async () => {
    const { id } = await desk.enter("2026-02-01");
    const step = await seen(desk, id, "2026-02-02");
    const checks = { lawOk: true, contentOk: false, formOk: true };
    await expect(desk.on("2026-02-02").suggestions.pass({ ...step, ...checks })).rejects.toThrow(
      "内容质量关",
    );
    await desk.on("2026-02-02").suggestions.return({ ...step, ...checks, reason: "一事一议，请分开提出" });
    const returned = await byId(id);
    expect(returned).toMatchObject({ state: "returned", returnReason: "一事一议，请分开提出" });
    const edited = await desk.on("2026-02-03").suggestions.edit({
      ...desk.at,
      idempotencyKey: newKey(),
      id,
      version: returned.version,
      kind: "suggestion",
      title: "关于老街改管的建议",
      content: "只谈改管。",
      category: "construction",
      origin: "intersession",
      leadDeputyId: desk.mover,
      cosignerIds: [],
      occurredOn: "2026-02-01",
      submit: true,
    });
    expect(edited.state).toBe("submitted");
    expect((await byId(id)).signers).toHaveLength(1);
  });

  it("merge a second suggestion of the same matter into the first, and never into itself [R69]", async () => {
    const first = await desk.enter("2026-02-01");
    const second = await desk.enter("2026-02-02");
    const step = await seen(desk, second.id, "2026-02-03");
    await expect(desk.on("2026-02-03").suggestions.merge({ ...step, targetId: second.id })).rejects.toThrow(
      "不能并入它自己",
    );
    await desk.on("2026-02-03").suggestions.merge({ ...step, targetId: first.id });
    expect(await byId(second.id)).toMatchObject({ state: "merged", mergedInto: { id: first.id } });
    expect((await byId(first.id)).mergedHere).toHaveLength(1);
    const { version } = await byId(first.id);
    await expect(
      desk
        .on("2026-02-04")
        .suggestions.void({ ...desk.at, idempotencyKey: newKey(), id: first.id, version, reason: "误录" }),
    ).rejects.toThrow("并入了这一件");
  });

  it("need five deputies under a bill [R69]", async () => {
    const bill = (cosignerIds: string[]) =>
      desk.on("2026-02-01").suggestions.create({
        ...desk.at,
        idempotencyKey: newKey(),
        kind: "bill",
        title: "关于修建污水管网的议案",
        content: "内容",
        category: "environment",
        origin: "session",
        leadDeputyId: desk.mover,
        cosignerIds,
        occurredOn: "2026-02-01",
        submit: true,
      });
    await expect(bill(desk.deputies.slice(1, 4))).rejects.toThrow("5名以上代表");
    expect((await bill(desk.deputies.slice(1, 5))).state).toBe("submitted");
  });
});

describe("assignment and its terms", () => {
  it("gives three months, or six for a complex matter, by the article of the law [R70]", async () => {
    const simple = await desk.enter("2026-02-01");
    await check(desk, simple.id, "2026-02-03");
    await assign(desk, simple.id, "2026-02-10");
    expect(await byId(simple.id)).toMatchObject({
      replyDueOn: "2026-05-10",
      assignmentMeetingOn: "2026-02-10",
    });
    expect((await byId(simple.id)).replyCitation).toContain("代表法第51条");
    const complex = await desk.enter("2026-02-01");
    await check(desk, complex.id, "2026-02-03");
    await assign(desk, complex.id, "2026-02-10", { complex: true });
    expect((await byId(complex.id)).replyDueOn).toBe("2026-08-10");
  });

  it("gives two months in Chongqing, by Chongqing's article [R70]", async () => {
    const other = await deskIn("chongqing");
    const { id } = await other.enter("2026-02-01");
    await check(other, id, "2026-02-03");
    await assign(other, id, "2026-02-10");
    const found = await other.on("2026-11-20").suggestions.byId({ ...other.at, id });
    expect(found.replyDueOn).toBe("2026-04-10");
    expect(found.replyCitation).toContain("重庆市乡镇人大工作条例第16条");
  });

  it("can be asked back by the unit within ten days and goes to another unit, the term unchanged [R70]", async () => {
    const { id } = await desk.enter("2026-02-01");
    await check(desk, id, "2026-02-03");
    await assign(desk, id, "2026-02-10");
    const late = await seen(desk, id, "2026-02-21");
    await expect(
      desk.on("2026-02-21").suggestions.requestReturn({ ...late, reason: "不属本单位职责" }),
    ).rejects.toThrow("10天内");
    const step = await seen(desk, id, "2026-02-20");
    await desk.on("2026-02-20").suggestions.requestReturn({ ...step, reason: "不属本单位职责" });
    await expect(accept(desk, id, "2026-02-20")).rejects.toThrow("退办");
    const again = await seen(desk, id, "2026-02-21");
    await desk.on("2026-02-21").suggestions.reassign({ ...again, leadUnitId: desk.co, coUnitIds: [] });
    const found = await byId(id);
    expect(found).toMatchObject({ state: "assigned", replyDueOn: "2026-05-10" });
    expect(found.units.filter((unit) => unit.endedOn === null).map((unit) => unit.unitId)).toEqual([desk.co]);
  });

  it("needs the lead unit's leader and case officer before the work counts as begun [R71]", async () => {
    const { id } = await desk.enter("2026-02-01");
    await check(desk, id, "2026-02-03");
    await assign(desk, id, "2026-02-10");
    const { units } = await byId(id);
    const line = units.find((unit) => unit.role === "co");
    const step = await seen(desk, id, "2026-02-12");
    const people = [{ lineId: line?.id ?? "", leader: "主任", caseOfficer: "干事" }];
    await expect(desk.on("2026-02-12").suggestions.accept({ ...step, people })).rejects.toThrow(
      "主办单位的分管领导",
    );
  });
});

describe("days and deferrals", () => {
  it("take no day in the future or before the step it follows [R68]", async () => {
    const { id } = await desk.enter("2026-02-01");
    const step = await seen(desk, id, "2026-02-03");
    const pass = (occurredOn: string) =>
      desk
        .on("2026-02-03")
        .suggestions.pass({ ...step, occurredOn, lawOk: true, contentOk: true, formOk: true });
    await expect(pass("2026-02-04")).rejects.toThrow("不能晚于今天");
    await expect(pass("2026-01-31")).rejects.toThrow("不能早于提出日期");
  });

  it("move the reply's day only when the chair agrees, and never past the law's last day [R75]", async () => {
    const { id } = await desk.enter("2026-02-01");
    await check(desk, id, "2026-02-03");
    await assign(desk, id, "2026-02-10");
    await accept(desk, id, "2026-02-15");
    const ask = async (newDueOn: string) =>
      desk.on("2026-05-01").suggestions.requestDeferral({
        ...(await seen(desk, id, "2026-05-01")),
        reason: "资金未到位",
        measures: "分两期实施",
        newDueOn,
      });
    await expect(ask("2026-09-01")).rejects.toThrow("最迟到2026-08-10");
    await ask("2026-07-01");
    await expect(ask("2026-07-02")).rejects.toThrow("等待决定");
    expect((await byId(id)).replyDueOn).toBe("2026-05-10");
    const decide = { ...(await seen(desk, id, "2026-05-02")), approved: true };
    await expect(desk.on("2026-05-02").suggestions.decideDeferral(decide)).rejects.toThrow(
      "没有办理这件事的权限",
    );
    await desk.on("2026-05-02", "townshipChair").suggestions.decideDeferral(decide);
    expect((await byId(id)).replyDueOn).toBe("2026-07-01");
    await consult(desk, id, "2026-06-20");
    await reply(desk, id, "2026-06-30");
    expect((await byId(id)).replies[0]).toMatchObject({ repliedOn: "2026-06-30", dueOn: "2026-07-01" });
  });
});

describe("handling units", () => {
  it("lose their claim to honours with the third unsatisfied suggestion without valid reason [R74]", async () => {
    const own = await deskIn("zhejiang");
    const bad: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      const { id } = await own.enter("2026-02-01", `第${index}件`);
      await carryToReply(own, id);
      await rate(own, id, "2026-03-25", "unsatisfied");
      bad.push(id);
    }
    const standing = async () => {
      const { rows } = await own.on("2026-04-01").units.list({ ...own.at, year: 2026 });
      return rows.find((row) => row.id === own.lead);
    };
    expect(await standing()).toMatchObject({
      led: 3,
      standing: { counted: 3, undecided: 3, disqualified: true },
    });
    const [first = ""] = bad;
    const found = await own.on("2026-04-01").suggestions.byId({ ...own.at, id: first });
    expect(found.leadUnitStanding).toMatchObject({ counted: 3, limit: 3 });
    const judge = {
      ...(await seen(own, first, "2026-04-02")),
      ratingId: found.ratings[0]?.id ?? "",
      valid: true,
      note: "台风期间无法施工",
    };
    await expect(own.on("2026-04-02").suggestions.judgeReason(judge)).rejects.toThrow("权限");
    await own.on("2026-04-02", "townshipChair").suggestions.judgeReason(judge);
    expect(await standing()).toMatchObject({ standing: { counted: 2, disqualified: false } });
  });

  it("keep their names apart, and are not voided while they have work [R74]", async () => {
    const own = await deskIn("zhejiang");
    const again = { ...own.at, idempotencyKey: newKey(), name: "镇城建办", kind: "government" as const };
    await expect(own.on("2026-02-01").units.create(again)).rejects.toThrow("已有名为");
    const { id } = await own.enter("2026-02-01");
    await check(own, id, "2026-02-03");
    await assign(own, id, "2026-02-10");
    const voiding = { ...own.at, idempotencyKey: newKey(), id: own.lead, version: 1, reason: "机构撤并" };
    await expect(own.on("2026-02-11").units.void(voiding)).rejects.toThrow("还有1件建议没有办结");
    const options = await own.on("2026-02-11").units.options(own.at);
    expect(options.map((unit) => unit.name)).toEqual(["东沙居委会", "镇城建办"]);
    expect(options[1]?.initials).toBe("zcjb");
  });
});

describe("who may", () => {
  it("a viewer and the county read, only the township writes, and a foreign id is not found [R1][S1]", async () => {
    const { id } = await desk.enter("2026-02-01");
    const county = callerAs("countyStaff", desk.county);
    expect((await county.suggestions.byId({ ...desk.at, id })).id).toBe(id);
    const step = await seen(desk, id, "2026-02-03");
    const checks = { lawOk: true, contentOk: true, formOk: true };
    await expect(
      desk.on("2026-02-03", "townshipViewer").suggestions.pass({ ...step, ...checks }),
    ).rejects.toThrow("权限");
    const [, neighbour] = desk.county.townships;
    if (neighbour === undefined) throw new Error("no neighbour");
    const other = callerAs("townshipStaff", desk.county, neighbour);
    const there = { township: neighbour.code };
    await expect(other.suggestions.byId({ ...there, id })).rejects.toThrow("没有找到");
    await expect(other.suggestions.pass({ ...step, ...there, ...checks })).rejects.toThrow("没有找到");
    await expect(
      other.suggestions.create({
        ...there,
        idempotencyKey: newKey(),
        kind: "suggestion",
        title: "借用他镇代表",
        content: "内容",
        category: "other",
        origin: "visit",
        leadDeputyId: desk.mover,
        occurredOn: "2026-02-01",
      }),
    ).rejects.toThrow("没有找到");
  });

  it("two people on one version: the second is told, and nothing of theirs is lost [S66]", async () => {
    const { id } = await desk.enter("2026-02-01");
    const step = await seen(desk, id, "2026-02-03");
    const pass = { ...step, lawOk: true, contentOk: true, formOk: true };
    const person = desk.on("2026-02-03");
    const first = await person.suggestions.pass(pass);
    expect(await person.suggestions.pass(pass)).toEqual(first);
    const assigned = { ...step, idempotencyKey: newKey(), leadUnitId: desk.lead };
    await expect(desk.on("2026-02-03").suggestions.assign(assigned)).rejects.toThrow("别人已经修改");
    expect((await byId(id)).state).toBe("checked");
  });
});
