import { beforeAll, describe, expect, it } from "vitest";
import type { Paper } from "@/lib/papers";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { noon } from "../../support/suggestions";

let county: TestCounty;
let home: TestTownship;
let other: TestTownship;
let third: TestTownship;

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇", "长涂镇"]);
  [home, other, third] = county.townships as [TestTownship, TestTownship, TestTownship];
});

const staff = (day: string) => callerAs("countyStaff", county, undefined, noon(day)).symposia;
const office = (township: TestTownship, day: string) =>
  callerAs("townshipChair", county, township, noon(day));
const key = () => ({ idempotencyKey: newKey() });
const invitee = ({ id }: TestTownship, part: "attend" | "host" | "speak" = "attend") => ({
  ...{ townshipId: id, part, speaksOn: null },
});

type Said = Parameters<ReturnType<typeof staff>["draft"]>[0];

async function invited(
  on: string,
  said: Partial<Said> & Pick<Said, "title" | "heldOn" | "invitees">,
): Promise<string> {
  const { id } = await staff(on).draft({ ...key(), kind: "symposium", agenda: "D6 培训覆盖", ...said });
  await staff(on).invite({ ...key(), id, version: 1 });
  return id;
}

const textOf = ({ blocks }: Paper): string => JSON.stringify(blocks);

describe("a quarterly symposium", () => {
  let first: string;
  let second: string;
  let promised: string;

  it("is a draft no township knows of, then asks for answers, which are due [R90]", async () => {
    const said = { title: "第二季度座谈会", heldOn: "2026-06-18", answerBy: "2026-06-12" };
    const { id } = await staff("2026-06-01").draft({
      ...{ ...key(), kind: "symposium", agenda: "D6 培训覆盖\n自由交流", ...said },
      invitees: [invitee(home, "host"), invitee(other)],
    });
    first = id;
    const before = await office(home, "2026-06-01").symposia.own({ township: home.code, year: 2026 });
    expect(before.rows).toEqual([]);
    await staff("2026-06-02").invite({ ...key(), id, version: 1 });
    const { rows } = await office(home, "2026-06-03").symposia.own({ township: home.code, year: 2026 });
    expect(rows).toMatchObject([{ title: said.title, part: "host", toAnswer: true }]);
    const due = await office(home, "2026-06-03").today.due({ township: home.code });
    expect(JSON.stringify(due)).toContain("gatheringToAnswer");
    await expect(
      office(third, "2026-06-03").symposia.invitation({ township: third.code, id: rows[0]?.id ?? "" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("keeps the figures behind its topics as they stood, and shows them to no township [R90][S6]", async () => {
    const { gathering } = await staff("2026-06-03").gathering({ id: first });
    expect(gathering.figures).toMatchObject([{ metric: "D6", year: 2026 }]);
    expect(gathering.agenda).toEqual([
      { title: "D6 培训覆盖", metric: "D6" },
      { title: "自由交流", metric: null },
    ]);
    const { rows } = await office(home, "2026-06-03").symposia.own({ township: home.code, year: 2026 });
    const own = await office(home, "2026-06-03").symposia.invitation({
      township: home.code,
      id: rows[0]?.id ?? "",
    });
    expect(JSON.stringify(own)).not.toContain(gathering.figures[0]?.sentences[0] ?? "?");
    expect(own.gathering.agenda).toHaveLength(2);
  });

  it("takes an answer with whom is sent or why nobody comes, until the day [R90][R91]", async () => {
    const { rows } = await office(other, "2026-06-05").symposia.own({ township: other.code, year: 2026 });
    const seen = { township: other.code, id: rows[0]?.id ?? "", version: 2 };
    const answer = (day: string, said: object) =>
      office(other, day).symposia.answer({ ...key(), ...seen, ...said } as never);
    await expect(answer("2026-06-05", { answer: "substitute" })).rejects.toThrow("请写明派谁参加");
    await expect(answer("2026-06-05", { answer: "cannot" })).rejects.toThrow("请写明原因");
    await answer("2026-06-05", { answer: "substitute", name: "副主席王海" });
    await expect(answer("2026-06-19", { version: 3, answer: "cannot", why: "防台" })).rejects.toThrow(
      "已经举行，不能再答复",
    );
  });

  it("is held: who came is read line by line, and only then promises are written down [R90]", async () => {
    const record = (day: string, roll: string) =>
      staff(day).record({ ...key(), id: first, version: 2, minutes: "交流了培训做法。", roll });
    await expect(record("2026-06-10", "高亭镇")).rejects.toThrow("才举行");
    await expect(record("2026-06-20", "东沙镇 张三")).rejects.toThrow("开头不是受邀的乡镇");
    const commit = (townshipId: string, dueOn: string) =>
      staff("2026-06-20").commit({
        ...{ ...key(), gatheringId: first, townshipId, said: "年底前全体代表参加一次培训", dueOn },
        ...{ ownerName: "李主席", metric: "D6" },
      });
    await expect(commit(home.id, "2026-12-01")).rejects.toThrow("请先登记座谈会的到会情况");
    await record("2026-06-20", "高亭镇 李主席、赵秘书\n");
    await expect(commit(other.id, "2026-12-01")).rejects.toThrow("没有到会");
    await expect(commit(home.id, "2026-06-18")).rejects.toThrow("应晚于座谈会");
    promised = (await commit(home.id, "2026-09-01")).id;
    const { invitations, commitments } = await staff("2026-06-20").gathering({ id: first });
    expect(invitations.map(({ name, came, cameNames }) => [name, came, cameNames])).toEqual([
      ["高亭镇", true, "李主席、赵秘书"],
      ["衢山镇", false, null],
    ]);
    expect(commitments).toMatchObject([{ figureYear: 2026, verdict: null, mayDrop: true }]);
    expect(commitments[0]?.figureThen).toContain("培训覆盖 未录");
  });

  it("is followed up at the next one without being written down again: the township reports, the county judges [R90]", async () => {
    const own = await office(home, "2026-09-05").symposia.own({ township: home.code, year: 2026 });
    expect(own.commitments).toMatchObject([{ id: promised, mayReport: true, dueOn: "2026-09-01" }]);
    const due = JSON.stringify(await office(home, "2026-09-05").today.due({ township: home.code }));
    expect(due).toContain("commitmentDue");
    await office(home, "2026-09-05").symposia.report({
      ...{ ...key(), township: home.code, id: promised, version: 1, report: "8 月办了培训班，全体参加。" },
    });
    second = await invited("2026-09-06", {
      ...{ title: "第三季度座谈会", heldOn: "2026-09-18", invitees: [invitee(home), invitee(other, "host")] },
    });
    const { followed } = await staff("2026-09-18").gathering({ id: second });
    expect(followed).toMatchObject([
      { id: promised, name: "高亭镇", report: "8 月办了培训班，全体参加。", mayJudge: true },
    ]);
    const agenda = textOf(await staff("2026-09-10").exportAgenda({ id: second }));
    expect(agenda).toContain("上次承诺的跟进");
    expect(agenda).toContain("8 月办了培训班");
    const judge = (followedUpId: string, version = 2) =>
      staff("2026-09-19").judge({
        ...{ ...key(), id: promised, version, verdict: "kept", why: "县里抽查属实", followedUpId },
      });
    await expect(judge(first)).rejects.toThrow("由以后的座谈会跟进");
    await judge(second);
    await expect(judge(second, 3)).rejects.toThrow("已有结论");
    const [one] = (await staff("2026-09-19").gathering({ id: second })).followed;
    expect(one).toMatchObject({ verdict: "kept", mayJudge: false });
    expect(one?.figureNow).toContain("培训覆盖 未录");
    await staff("2026-09-19").record({
      ...{ ...key(), id: second, version: 2, minutes: "跟进了上次承诺。", roll: "高亭镇\n衢山镇 王海" },
    });
    expect(textOf(await staff("2026-09-20").exportMinutes({ id: second }))).toContain("已兑现：县里抽查属实");
    await expect(
      office(home, "2026-09-20").symposia.report({
        ...{ ...key(), township: home.code, id: promised, version: 3, report: "再补充" },
      }),
    ).rejects.toThrow("已有结论，不用再报告");
  });

  it("cannot be changed any more once it was held [R90]", async () => {
    await expect(
      staff("2026-09-20").callOff({ ...key(), id: second, version: 3, reason: "误建" }),
    ).rejects.toThrow("已经登记到会情况");
  });

  it("that is changed tells who is invited no more, and called off tells why [R90]", async () => {
    const id = await invited("2026-10-01", {
      ...{ title: "第四季度座谈会", heldOn: "2026-12-18", invitees: [invitee(home), invitee(third)] },
    });
    const rest = { title: "第四季度座谈会", heldOn: "2026-12-19", agenda: "D6 培训覆盖" };
    await staff("2026-10-02").edit({ ...key(), id, version: 2, ...rest, invitees: [invitee(home, "speak")] });
    const gone = await office(third, "2026-10-03").symposia.own({ township: third.code, year: 2026 });
    expect(gone.rows).toEqual([]);
    await staff("2026-10-04").callOff({ ...key(), id, version: 3, reason: "与党代会冲突" });
    const { rows } = await office(home, "2026-10-05").symposia.own({ township: home.code, year: 2026 });
    expect(rows.find((row) => row.title === rest.title)).toMatchObject({
      state: "calledOff",
      part: "speak",
      toAnswer: false,
    });
  });
});

describe("visits, and chairs at the county's meetings", () => {
  it("a visit has who goes and who receives; who came home says what was learned [R90]", async () => {
    const visit = { kind: "visit" as const, title: "学培训", heldOn: "2026-07-01", agenda: null };
    await expect(invited("2026-06-25", { ...visit, invitees: [invitee(home)] })).rejects.toThrow(
      "请选择互访去哪个乡镇",
    );
    const id = await invited("2026-06-25", { ...visit, invitees: [invitee(home), invitee(other, "host")] });
    await staff("2026-07-02").record({
      ...{ ...key(), id, version: 2, minutes: "看了代表之家。", roll: "高亭镇 李主席\n衢山镇" },
    });
    const tell = async (township: TestTownship) => {
      const { rows } = await office(township, "2026-07-05").symposia.own({
        township: township.code,
        year: 2026,
      });
      const own = rows.find((row) => row.kind === "visit");
      return office(township, "2026-07-05").symposia.tellLearned({
        ...{ ...key(), township: township.code, id: own?.id ?? "", version: 3, learned: "按片区轮训" },
      });
    };
    await expect(tell(other)).rejects.toThrow("只有去互访学习的乡镇填写收获");
    const due = JSON.stringify(await office(home, "2026-07-05").today.due({ township: home.code }));
    expect(due).toContain("visitToTell");
    await tell(home);
  });

  it("the chairs who were asked longest ago are next, and each year asks for each once [R91]", async () => {
    const meeting = { kind: "committeeMeeting" as const, agenda: null };
    await invited("2025-10-01", {
      ...meeting,
      title: "第二十次会议",
      heldOn: "2025-10-28",
      invitees: [invitee(other)],
    });
    const id = await invited("2026-02-01", {
      ...{ ...meeting, title: "第二十三次会议", heldOn: "2026-02-26", invitees: [invitee(home)] },
    });
    await staff("2026-02-27").record({ ...key(), id, version: 2, minutes: "列席。", roll: "高亭镇 李主席" });
    const { rotation, due } = await staff("2026-03-01").year({ year: 2026 });
    expect(rotation.map(({ name, times, came, why }) => [name, times, came, why])).toEqual([
      ["长涂镇", 0, 0, "还没有轮到过，排在最前"],
      ["衢山镇", 0, 0, "2026 年还没有轮到，上次是2025年10月28日"],
      ["高亭镇", 1, 1, "2026 年已轮到 1 次，上次是2026年2月26日"],
    ]);
    expect(due).toEqual([third.id]);
    const outline = await staff("2026-03-01").outline({ heldOn: "2026-04-20" });
    expect(outline.chairs.map(({ name }) => name)).toEqual(["长涂镇"]);
    // In the first quarter the last year is looked at, for the running one has hardly begun.
    expect([outline.year, (await staff("2026-03-01").outline({ heldOn: "2026-03-20" })).year]).toEqual([
      2026, 2025,
    ]);
  });

  it("a training is a day, a place and who came [R91]", async () => {
    const id = await invited("2026-04-01", {
      ...{
        kind: "training",
        title: "乡镇人大干部培训",
        heldOn: "2026-04-16",
        place: "县委党校",
        topic: "预算审查",
        agenda: null,
      },
      invitees: [invitee(home), invitee(other)],
    });
    await staff("2026-04-17").record({
      ...key(),
      id,
      version: 2,
      minutes: "一天。",
      roll: "高亭镇 李主席、赵秘书",
    });
    const { gatherings } = await staff("2026-04-18").year({ year: 2026 });
    expect(gatherings.find((one) => one.id === id)).toMatchObject({
      came: 1,
      invited: 2,
      names: ["李主席、赵秘书"],
    });
  });
});
