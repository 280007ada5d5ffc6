import { beforeAll, describe, expect, test } from "vitest";
import { noon } from "../../support/suggestions";
import { callerAs, newKey } from "../../support/tenants";
import { change, frozenCounty, own, type Person, walking, year } from "./steps";

let world: Awaited<ReturnType<typeof frozenCounty>>;
beforeAll(async () => {
  world = await frozenCounty();
}, 120_000);

const { at, home, shown, begin, seat, points, hand, owned } = walking(() => world);
const liaison = (day: string) => callerAs("countyStaff", world.county, undefined, noon(day)).liaison;
const lookAfter = ({ id: accountId }: Person, since: string) =>
  liaison("2026-01-18").appoint({
    ...{ idempotencyKey: newKey(), accountId, townships: [world.home.code], since },
  });
const leave = async ({ name }: Person, until: string) => {
  const { townships } = await liaison("2026-01-18").contacts({});
  const [contact] = townships.flatMap(({ contacts }) => contacts.filter((one) => one.name === name));
  if (contact === undefined) throw new Error("nobody to leave");
  await liaison("2026-01-18").end({
    idempotencyKey: newKey(),
    id: contact.id,
    version: contact.version,
    until,
  });
};

describe("who looks after a township", () => {
  test("does not review it, appointed after he was seated or ended the day before [R85]", async () => {
    const [first, second, third] = world.people;
    await begin("2026-01-06", "selfAssessment");
    for (const of of [world.home.code, world.other.code]) {
      await seat("2026-01-06", 0, first, of);
      await seat("2026-01-06", 1, second, of);
    }
    await begin("2026-01-17", "review");
    await lookAfter(first, "2025-06-01");
    await expect(points(first, "A1", 5)).rejects.toThrow("是这个乡镇的联系人，按规定回避");
    await expect(hand(first)).rejects.toThrow("是这个乡镇的联系人，按规定回避");
    await leave(first, "2026-01-17");
    await expect(hand(first)).rejects.toThrow("按规定回避");
    expect((await at("2026-01-20", first).review({ year, of: world.home.code }))?.refusal).toContain("回避");
    await seat("2026-01-18", 0, third);
    await expect(seat("2026-01-18", 2, first)).rejects.toThrow("考核年度以来当过的也要回避");
    expect(
      (await at("2026-01-18").candidates({ year })).find(({ id }) => id === first.id)?.looksAfter,
    ).toEqual([world.home.code]);
    for (const who of [third, second]) await hand(who);
    for (const who of [first, second]) await hand(who, world.other.code);
  });

  test("who did so before the year may [R85]", async () => {
    const judge = world.people[3];
    await lookAfter(judge, "2024-01-01");
    await leave(judge, "2024-12-31");
    expect(
      (await at("2026-01-18").candidates({ year })).find(({ id }) => id === judge.id)?.looksAfter,
    ).toEqual([]);
  });
});

describe("appeals", () => {
  const file = (recordId: string | null, recordType: "suggestion" | null = null) =>
    home("2026-01-23").fileAppeal(
      own(world.home, { indicator: "A1", recordId, recordType, grounds: "开了两次" }),
    );
  const decide = (id: string, points: number, who: Person, day: string) =>
    at(day, who).decideAppeal({
      ...{ idempotencyKey: newKey(), id, version: 1, upheld: true, points, together: [] },
      ...{ found: "调阅了记录", reason: `改为 ${points} 分` },
    });

  test("are filed once a matter, with the record as it is and not as it is called [R85]", async () => {
    await begin("2026-01-21", "preliminary");
    await begin("2026-01-22", "appeal");
    await file(null);
    await expect(file(null)).rejects.toThrow("这项指标已于 2026-01-23 提出过申诉");
    const [record] = await home("2026-01-23").records({ township: world.home.code, year, indicator: "A1" });
    await file(record?.id ?? "", "suggestion");
    const { appeals } = await owned("2026-01-23");
    expect(appeals.map((one) => one.record?.type ?? null)).toEqual([null, record?.type]);
  });

  test("that are decided one after the other end where the last decision says, and never lower [R85]", async () => {
    const [first, , , judge] = world.people;
    const [whole, one] = (await owned("2026-01-24")).appeals;
    await expect(decide(whole?.id ?? "", 3, first, "2026-01-24")).rejects.toThrow("按规定回避");
    await decide(one?.id ?? "", 3, judge, "2026-01-24");
    await expect(decide(whole?.id ?? "", 2.5, judge, "2026-01-25")).rejects.toThrow("不能比原来的 3.00 分低");
    await decide(whole?.id ?? "", 4, judge, "2026-01-25");
    const { shown: result } = await callerAs(
      "countyStaff",
      world.county,
      undefined,
      noon("2026-01-25"),
    ).cycles.result({ year });
    const of = (code: string) => result?.townships.find((township) => township.code === code)?.points ?? 0;
    expect(of(world.home.code) - of(world.other.code)).toBeCloseTo(4 - 2);
  });
});

describe("the meeting", () => {
  const decide = async (
    panel: { name: string; role: string; points: { code: string; points: number }[] }[],
  ) =>
    at("2026-02-10").decideYear(
      change({
        ...{ version: (await shown("2026-02-10")).version ?? 0, percent: panel.length === 0 ? 0 : 30, panel },
        ...{ meetingOn: "2026-02-10", meetingNumber: "第9次主任会议" },
      }),
    );

  test("counts a member of the panel once, ends the spot check, and gives an award once [R86]", async () => {
    const all = [world.home, world.other].map(({ code }) => ({ code, points: 90 }));
    const member = { name: "钱七", role: "代表", points: all };
    await expect(decide([{ ...member, points: [...all, ...all] }])).rejects.toThrow("钱七给甲镇评了两次分");
    await expect(decide([member, member])).rejects.toThrow("同一名成员出现了两次");
    await decide([member]);
    const { checks } = callerAs("countyStaff", world.county, undefined, noon("2026-02-11"));
    const number = { source: "福彩双色球第 20 期", opensOn: "2026-02-12", per: 2 };
    await expect(checks.announce(change(number))).rejects.toThrow(
      "已于 2026-02-10 经主任会议决定，不能再抽查",
    );
    const version = (await shown("2026-02-11")).version ?? 0;
    const award = { code: world.home.code, name: "先进单位" };
    const publish = (awards: (typeof award)[]) =>
      at("2026-02-11").publishResult(change({ version, ranking: "none" as const, awards }));
    await expect(publish([award, award])).rejects.toThrow("同一项表彰写了两次");
    await publish([award]);
  });
});
