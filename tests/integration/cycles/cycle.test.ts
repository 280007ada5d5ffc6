import { beforeAll, describe, expect, test } from "vitest";
import { wordOf } from "@/server/documents/word";
import { withTownshipScope } from "@/server/db/scope";
import { readBundle, reportOf } from "../../../scripts/lib/read-bundle";
import { noon } from "../../support/suggestions";
import { linesOf } from "../../support/word-files";
import { callerAs, newKey } from "../../support/tenants";
import { change, frozenCounty, office, ofTown, own, type Person, walking, year } from "./steps";

let world: Awaited<ReturnType<typeof frozenCounty>>;
let first: Person;
let second: Person;
let third: Person;
let judge: Person;

beforeAll(async () => {
  world = await frozenCounty();
  [first, second, third, judge] = world.people;
}, 120_000);

const { at, home, shown, begin, seat, points, hand, owned } = walking(() => world);

describe("before anything has begun", () => {
  test("a year that is not frozen has no cycle, and each step is refused with what comes first [R85]", async () => {
    await expect(
      at("2026-01-06").beginStage(change({ year: 2024, stage: "selfAssessment" as const })),
    ).rejects.toThrow("2024 年考核还没有封存");
    expect((await at("2026-01-06").cycle({ year: 2024 })).cycle).toBeNull();
    await expect(begin("2026-01-06", "review")).rejects.toThrow("要先完成“自评”，才能进入“评审”");
    await expect(
      home("2026-01-06").noteIndicator(own(world.home, { indicator: "A1", kind: "confirm" as const })),
    ).rejects.toThrow("还没有开始自评");
    expect((await shown("2026-01-06")).line.map(({ from }) => from)).toContain("2026-01-06");
  });

  test("days are the county's to set until the stage begins, and nobody sets them over another's head [R85]", async () => {
    const plan = (until: string, version: number | null) =>
      at("2026-01-06").planStage(
        change({ stage: "selfAssessment" as const, from: "2026-01-06", until, version }),
      );
    await plan("2026-01-15", null);
    await expect(plan("2026-01-16", null)).rejects.toThrow("别人已经修改并保存");
    await expect(plan("2026-01-05", 1)).rejects.toThrow("截止日不能早于开始日");
    await plan("2026-01-12", 1);
  });
});

describe("self-assessment", () => {
  test("confirms, explains and points at records, and never types a figure [R85]", async () => {
    await begin("2026-01-06", "selfAssessment");
    expect((await shown("2026-01-06")).until).toBe("2026-01-12");
    await expect(
      at("2026-01-06").planStage(
        change({ stage: "selfAssessment" as const, from: "2026-01-06", until: "2026-01-20", version: 3 }),
      ),
    ).rejects.toThrow("“自评”已经开始，日期不能再改");
    const due = await callerAs("townshipStaff", world.county, world.home, noon("2026-01-08")).today.due({
      township: world.home.code,
    });
    expect(due.rows).toContainEqual(expect.objectContaining({ kind: "selfAssessment", dueOn: "2026-01-12" }));
    const note = (rest: object) =>
      home("2026-01-08").noteIndicator(
        own(world.home, { indicator: "A1", kind: "explain" as const, ...rest }),
      );
    await expect(note({})).rejects.toThrow("请写明要说明的情况");
    await note({ text: "第二次会议推迟到次年一月" });
    await expect(note({ text: "别人的话" })).rejects.toThrow("别人已经修改并保存");
    const [record] = await home("2026-01-08").records({ township: world.home.code, year, indicator: "A1" });
    if (record === undefined) throw new Error("a session lies behind A1");
    const told = { kind: "evidence" as const, recordType: record.type as "session", version: 1 };
    await expect(note({ ...told, recordId: newKey() })).rejects.toThrow("没有");
    await note({ ...told, recordId: record.id });
    await expect(note({ indicator: "Z9", text: "没有的指标" })).rejects.toThrow("没有");
    expect((await owned("2026-01-08")).indicators.find(({ code }) => code === "A1")?.note).toMatchObject({
      kind: "evidence",
      record: { id: record.id },
    });
  });

  test("is handed in once; the county alone opens it again, with a reason both are told [R85]", async () => {
    await home("2026-01-09").submitSelf(own(world.home, {}));
    await expect(home("2026-01-09").submitSelf(own(world.home, {}))).rejects.toThrow(
      "由县人大写明原因后退回",
    );
    await expect(begin("2026-01-10", "review")).rejects.toThrow("还没有提交的有：乙镇");
    await at("2026-01-10").reopenSelf(ofTown(world.home, { until: "2026-01-14", reason: "补充会议记录" }));
    expect((await owned("2026-01-10")).self).toMatchObject({
      said: "未提交，到 2026-01-14 截止",
      reason: "补充会议记录",
    });
    await home("2026-01-11").submitSelf(own(world.home, {}));
  });

  test("that was not handed in counts as confirmed, and says so [R85]", async () => {
    await begin("2026-01-13", "review");
    const { townships } = await shown("2026-01-13");
    expect(townships.map(({ self }) => self)).toEqual(["2026-01-11 已提交", "逾期未提交，按确认处理"]);
    await expect(
      office(world.county, world.other, "2026-01-13").submitSelf(own(world.other, {})),
    ).rejects.toThrow("没有提交的按确认处理");
  });
});

describe("review", () => {
  test("is done by two people who do not look after the township [R85]", async () => {
    const liaison = callerAs("countyStaff", world.county, undefined, noon("2026-01-13")).liaison;
    await liaison.appoint({
      ...{
        idempotencyKey: newKey(),
        accountId: first.id,
        townships: [world.other.code],
        since: "2025-01-01",
      },
    });
    await expect(seat("2026-01-14", 0, first, world.other.code)).rejects.toThrow(
      "张三是乙镇的联系人，按规定回避",
    );
    await seat("2026-01-14", 0, first);
    await expect(seat("2026-01-14", 1, first)).rejects.toThrow("张三已经是甲镇的评审甲");
    await seat("2026-01-14", 1, second);
    await expect(
      at("2026-01-14").seatReviewer(ofTown(world.home, { seat: "first" as const, accountId: newKey() })),
    ).rejects.toThrow();
    await expect(begin("2026-01-14", "preliminary")).rejects.toThrow("还没有安排的有：乙镇");
    await seat("2026-01-14", 0, second, world.other.code);
    await seat("2026-01-14", 1, third, world.other.code);
    await expect(begin("2026-01-14", "preliminary")).rejects.toThrow("还没有提交的有：甲镇、乙镇");
  });

  test("two reviewers saving at once lose nothing, and neither is told the other's words before both handed in [R85]", async () => {
    await expect(points(judge, "A1", 1)).rejects.toThrow("您不是这个乡镇的评审人");
    await expect(points(first, "A1", 99)).rejects.toThrow("应在 0 到 5 分之间");
    await Promise.all([
      points(first, "A1", 3),
      points(second, "A1", 3.4),
      points(first, "A3", 1),
      points(second, "A3", 4),
    ]);
    const seen = async (who: Person) => {
      const answer = await at("2026-01-20", who).review({ year, of: world.home.code });
      return (answer?.items ?? []).filter(({ code }) => code === "A1" || code === "A3");
    };
    expect((await seen(first)).map(({ own: mine, others }) => [mine?.value, others])).toEqual([
      [3, []],
      [1, []],
    ]);
    await expect(points(first, "A1", 2)).rejects.toThrow("别人已经修改并保存");
    await points(first, "A1", 3.2, 1);
    await hand(first);
    await expect(points(first, "A1", 3, 2)).rejects.toThrow("您已经提交，不能再改");
    for (const who of [first, second, judge])
      expect(JSON.stringify((await seen(who)).map(({ others }) => others))).toBe("[[],[]]");
    expect(JSON.stringify(await at("2026-01-20", judge).review({ year, of: world.home.code }))).not.toContain(
      "核对了原件",
    );
    await hand(second);
    expect((await seen(first))[0]?.others).toEqual([
      { seat: "second", value: 3.4, reason: "李四核对了原件" },
    ]);
  });

  test("what lies too far apart is moderated by a third person; elsewhere the mean holds [R85]", async () => {
    for (const who of [second, third]) await hand(who, world.other.code);
    expect((await shown("2026-01-20")).townships[0]?.apart).toEqual(["A3 主席团例会"]);
    await expect(begin("2026-01-20", "preliminary")).rejects.toThrow("由第三人协调的还有：甲镇");
    await expect(seat("2026-01-20", 2, first)).rejects.toThrow("三个人不能重复");
    await seat("2026-01-20", 2, third);
    await expect(points(third, "A1", 2)).rejects.toThrow("不用协调");
    await points(third, "A3", 2);
    await begin("2026-01-21", "preliminary");
    const { standing } = await owned("2026-01-21");
    const of = (code: string) => standing?.scores.find((one) => one.code === code);
    expect(of("A1")).toMatchObject({ points: 3.3 });
    expect(of("A1")?.sentence).toContain("评审定为 3.30：两名评审分别评 3.20、3.40，取平均");
    expect(of("A3")?.sentence).toContain("协调定为 2.00 分");
    expect(standing).toMatchObject({ rank: null, grade: null });
  });
});

describe("appeals", () => {
  let appeal: string;
  const file = (day: string, indicator = "A1", recordId: string | null = null) =>
    home(day).fileAppeal(
      own(world.home, {
        ...{ indicator, recordId, grounds: "两次会议都开了" },
        recordType: "session" as const,
      }),
    );
  const decide = (who: Person, rest: object = {}) =>
    at("2026-01-28", who).decideAppeal({
      ...{ idempotencyKey: newKey(), id: appeal, version: 1, upheld: true, points: 5 },
      ...{ found: "调阅了会议记录", reason: "会议记录可证", together: [], ...rest },
    });

  test("are filed within five working days, and decided by others than the reviewers [R85]", async () => {
    await expect(file("2026-01-21")).rejects.toThrow("申诉还没有开始");
    // 22 January is a Thursday.
    await begin("2026-01-22", "appeal");
    expect((await shown("2026-01-22")).until).toBe("2026-01-29");
    const [record] = await home("2026-01-22").records({ township: world.home.code, year, indicator: "A1" });
    appeal = (await file("2026-01-29", "A1", record?.id ?? null)).id;
    await expect(file("2026-01-30")).rejects.toThrow("申诉已于 2026-01-29 截止");
    await expect(decide(first)).rejects.toThrow("张三评审过这个乡镇，不能参加申诉的决定");
    await expect(decide(judge, { together: [second.id] })).rejects.toThrow("李四评审过这个乡镇");
    await expect(decide(judge, { points: null })).rejects.toThrow("请填写改正后的得分");
    await expect(at("2026-01-28").exportAppeal({ id: appeal })).rejects.toThrow("还没有决定");
    await expect(
      at("2026-01-30").decideYear(
        change({ version: 6, meetingOn: "2026-01-30", meetingNumber: "第9次主任会议" }),
      ),
    ).rejects.toThrow("还有 1 件申诉没有决定");
    const stranger = office(world.county, world.other, "2026-01-28");
    await expect(stranger.exportOwnAppeal({ township: world.other.code, id: appeal })).rejects.toThrow(
      "没有",
    );
  });

  test("that are upheld change the points; both are told, and the paper says why [R85]", async () => {
    await decide(judge);
    await expect(decide(judge, { version: 2 })).rejects.toThrow("已经决定");
    expect((await owned("2026-01-28")).appeals[0]?.decided).toMatchObject({
      ...{ upheld: true, before: 3.3, after: 5, deciders: ["赵六"], reason: "会议记录可证" },
    });
    const paper = await home("2026-01-28").exportOwnAppeal({ township: world.home.code, id: appeal });
    const lines = (await linesOf(await wordOf(paper, "导出"))).join("\n");
    expect(lines).toContain("该事项得分由 3.30 分改为 5.00 分");
    expect(lines).toContain("本申诉由赵六审查");
    const history = await withTownshipScope(
      { as: "county", countyId: world.county.id, code: world.home.code },
      {
        actor: { accountId: judge.id, name: "", role: "countyStaff", ip: null, requestId: null },
        readOnly: true,
      },
      ({ tx, townshipId }) =>
        tx.$queryRaw<{ summary: string }[]>`
          SELECT summary FROM audit_event WHERE township_id = ${townshipId}::uuid AND action LIKE 'cycles.%' ORDER BY seq`,
    );
    expect(history.map(({ summary }) => summary)).toContainEqual(expect.stringContaining("的申诉成立"));
    expect(history.map(({ summary }) => summary)).toContainEqual(expect.stringContaining("退回甲镇"));
  });
});

describe("the result", () => {
  const panel = (share: number) => [
    {
      ...{ name: "陈委员", role: "县人大代表" },
      points: [world.home, world.other].map(({ code }, index) => ({ code, points: 90 - index * 10 - share })),
    },
  ];
  const decide = async (rest: object = {}) =>
    at("2026-02-10").decideYear(
      change({
        ...{ version: (await shown("2026-02-10")).version ?? 0, meetingOn: "2026-02-09" },
        ...{ meetingNumber: "第9次主任会议", percent: 10, panel: panel(0), ...rest },
      }),
    );

  test("is decided by the directors' meeting after the appeals, with its panel [R86]", async () => {
    await expect(decide({ meetingOn: "2026-02-11" })).rejects.toThrow("不能晚于今天");
    await expect(decide({ meetingOn: "2026-01-29" })).rejects.toThrow("应在这之后");
    await expect(decide({ percent: 40 })).rejects.toThrow("最多占 30%");
    await expect(decide({ panel: [] })).rejects.toThrow("没有评议团成员的评分");
    await decide();
    await expect(decide()).rejects.toThrow("“主任会议决定”已经开始过");
    const { shown: result } = await at("2026-02-10").result({ year });
    expect(result?.decided).toMatchObject({ meetingNumber: "第9次主任会议", panel: [{ name: "陈委员" }] });
    expect(result?.townships.every(({ grade }) => grade !== null)).toBe(true);
    expect((await owned("2026-02-10")).published).toBeNull();
    expect((await owned("2026-02-10")).standing).toMatchObject({ rank: null, grade: null });
  });

  test("is published as the county decides: one's own in full, of the others no more than that [R85]", async () => {
    const publish = async () =>
      at("2026-02-12").publishResult(
        change({
          ...{ version: (await shown("2026-02-12")).version ?? 0, ranking: "grade" as const },
          awards: [{ code: world.home.code, name: "先进单位" }],
        }),
      );
    await expect(begin("2026-02-12", "archived")).rejects.toThrow("要先完成“公布”");
    await publish();
    const answer = await owned("2026-02-13");
    expect(answer.awards).toEqual(["先进单位"]);
    expect(answer.standing?.rank).toBe(1);
    expect(answer.published?.others.map(({ name, final, rank }) => [name, final, rank])).toEqual([
      ["甲镇", null, null],
      ["乙镇", null, null],
    ]);
    await begin("2026-02-20", "archived");
    await expect(publish()).rejects.toThrow("“公布”已经开始过");
  });

  test("stands in the published file, which anybody reckons anew; a changed decided point is found out [R85]", async () => {
    const staff = callerAs("countyStaff", world.county, undefined, noon("2026-02-21")).assessments;
    const { bundle } = await staff.exportBundle({ year });
    const text = JSON.stringify(bundle);
    expect(reportOf(readBundle(text)).lines.join("\n")).toContain("核验结果：全部一致");
    const changed = text.replace(
      '{"code":"A1","points":5,"reason":"申诉成立',
      '{"code":"A1","points":4,"reason":"申诉成立',
    );
    expect(changed).not.toBe(text);
    expect(reportOf(readBundle(changed)).lines.join("\n")).toContain("最后结果：A1 记载为5 分，重算为4 分");
  });

  test("is on the county's notice and the township's report, which are no longer preliminary [R85]", async () => {
    const staff = callerAs("countyStaff", world.county, undefined, noon("2026-02-21")).assessments;
    const lines = (await linesOf(await wordOf(await staff.exportNotice({ year }), "导出"))).join("\n");
    expect(lines).toContain("本结果经第9次主任会议于2026年2月9日决定");
    expect(lines).not.toContain("结果尚待决定");
    const towns = callerAs("townshipStaff", world.county, world.home, noon("2026-02-21")).assessments;
    const own = await towns.exportOwnReport({ township: world.home.code, year });
    expect((await linesOf(await wordOf(own, "导出"))).join("\n")).toContain("申诉成立，会议记录可证");
  });
});
