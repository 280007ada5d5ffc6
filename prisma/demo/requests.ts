import { randomUUID } from "node:crypto";
import { answer } from "@/domains/data-requests/commands/answers";
import { giveBack, recall, send } from "@/domains/data-requests/commands/requests";
import { asksOf } from "@/domains/data-requests/data/rows";
import { requestsOfYear } from "@/domains/data-requests/data/county";
import { sendInput } from "@/domains/data-requests/schema";
import { answerRaised, raiseFinding, receiveRaised } from "@/domains/supervision/commands/raised";
import { raisedList } from "@/domains/supervision/data/raised";
import { addDays, type Day, daysBetween, utcOf, yearOf } from "@/lib/dates";
import { tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { Actor } from "@/server/db/tx";
import type { OpenedCounty } from "./counties";
import { asOn } from "./cycle";
import { morning } from "./desk";
import type { DemoTownship } from "./places";
import { within } from "./steps";

const key = () => ({ idempotencyKey: randomUUID() });
type ActorOf = (login: string) => Promise<Actor>;

/** What became of it in the nth township; `null` still waits. @property day after it was sent */
type Answered = { day: number; answer: string | null; heldKey: string | null } | null;
type DemoRequest = {
  said: Record<string, unknown>;
  sent: number;
  due: number;
  of: (nth: number) => Answered;
  back?: { nth: number; why: string };
  recalled?: string;
};

const inWords = (day: number, said: string): Answered => ({ day, answer: said, heldKey: null });

const requests: readonly DemoRequest[] = [
  {
    said: {
      ...{ title: "村集体经济收入情况", kind: "report", committee: "agriculture" },
      ...{ ask: "辖区内各村上年度集体经济收入、主要来源和薄弱村帮扶情况。", basis: "常委会年度工作要点" },
    },
    ...{ sent: -48, due: -18 },
    of: (nth) =>
      nth === 3
        ? null
        : inWords(nth === 4 ? 36 : 20 + nth, "各村收入和来源见附件，薄弱村 1 个，已有帮扶计划。"),
    back: { nth: 1, why: "请补充薄弱村的名称和帮扶单位。" },
  },
  {
    said: {
      ...{ title: "代表培训情况统计表", kind: "form", committee: "deputies" },
      ...{ ask: "今年以来参加培训的代表人次，附签到情况。", basis: null },
      despite: "省人大代表工委要核对纸质签到表，系统里没有扫描件。",
    },
    ...{ sent: -20, due: 12 },
    of: (nth) => (nth % 2 === 0 ? { day: 6 + nth, answer: null, heldKey: "record:training" } : null),
  },
  {
    said: {
      ...{ title: "联络站开放情况月报", kind: "form", committee: "deputies" },
      ...{ ask: "每月报联络站开放天数、接待选民人数。", basis: null },
      despite: "试行月报，摸清底数。",
    },
    ...{ sent: -75, due: -60 },
    of: () => null,
    recalled: "联络站开放和接待系统里都有，不再要各乡镇按月填报。",
  },
];

async function enterRequest(opened: OpenedCounty, demo: DemoRequest, actorOf: ActorOf): Promise<void> {
  const { asOf } = opened;
  const sentOn = addDays(asOf, demo.sent);
  const dueOn = addDays(asOf, demo.due);
  const { rows } = await asOn(opened, asOf, (scope) => requestsOfYear(scope, { year: yearOf(dueOn) }));
  if (rows.some(({ title }) => title === demo.said["title"])) return;
  const towns = opened.county.townships;
  const townships = towns.flatMap(({ code }) => opened.townshipIds.get(code) ?? []);
  const said = sendInput.parse({ ...key(), ...demo.said, dueOn, townships });
  const { id } = await asOn(opened, sentOn, (scope) => send(scope, said));
  for (const [nth, town] of towns.entries()) await report(opened, id, { demo, nth, town, sentOn }, actorOf);
  const reason = demo.recalled;
  if (reason === undefined) return;
  await asOn(opened, addDays(sentOn, 5), (scope) => recall(scope, { ...key(), id, version: 1, reason }));
}

type One = { demo: DemoRequest; nth: number; town: DemoTownship; sentOn: Day };

async function report(opened: OpenedCounty, id: string, one: One, actorOf: ActorOf): Promise<void> {
  const { demo, nth, town, sentOn } = one;
  const said = demo.of(nth);
  const townshipId = opened.townshipIds.get(town.code);
  const asks = await asOn(opened, opened.asOf, (scope) => asksOf(scope, id));
  const ask = asks.find((row) => row.townshipId === townshipId);
  if (said === null || ask === undefined) return;
  const { day, ...words } = said;
  const on = addDays(sentOn, day);
  const actor = await actorOf(town.login);
  await within({ opened, town, actor }, (scope) =>
    answer(
      { ...scope, now: morning(on) },
      { ...key(), township: town.code, id: ask.id, version: 1, ...words },
    ),
  );
  if (demo.back?.nth !== nth) return;
  const { why } = demo.back;
  await asOn(opened, addDays(on, 2), (scope) => giveBack(scope, { ...key(), id: ask.id, version: 2, why }));
}

/** One waits to be taken note of, one for its answer, one came back. */
const raises = [
  {
    ...{
      ago: 40,
      why: "整改要动用县级专项资金，乡镇财力不够。",
      ask: "请协调县财政和主管部门列入年度计划。",
    },
    answer: "县财政局已列入下年度专项资金计划，乡镇先做好前期。",
  },
  { ago: 20, why: "执法权在县级部门，乡镇没有处罚权。", ask: "请督促县级部门到现场处理。", answer: null },
  {
    ago: 12,
    why: "问题涉及两个乡镇交界，单个乡镇协调不了。",
    ask: "请县人大牵头两个乡镇商定办法。",
    answer: null,
  },
] as const;

/** A finding of the running year that is still to be mended. */
const openFinding = (scope: TownshipScope, before: Day) =>
  scope.tx.finding.findFirst({
    where: {
      ...{ ...tenantOf(scope), voidedAt: null, state: { in: ["notified", "planned", "found"] } },
      occurredOn: { gte: utcOf(`${yearOf(before)}-01-01`), lte: utcOf(before) },
    },
    orderBy: { occurredOn: "desc" },
  });

async function enterRaises(opened: OpenedCounty, actorOf: ActorOf): Promise<void> {
  const { asOf } = opened;
  const there = await asOn(opened, asOf, (scope) => raisedList(scope));
  if (there.rows.length > 0) return;
  const left = [...opened.county.townships];
  for (const [nth, { ago, why, ask, answer: said }] of raises.entries()) {
    const on = addDays(asOf, -ago);
    let id: string | null = null;
    for (
      let town = left.shift();
      town !== undefined && id === null;
      town = id === null ? left.shift() : undefined
    ) {
      const { code, login } = town;
      const actor = await actorOf(login);
      id = await within({ opened, town, actor }, async (given) => {
        const scope = { ...given, now: morning(on) };
        const found = await openFinding(scope, on);
        if (found === null) return null;
        return (await raiseFinding(scope, { ...key(), township: code, id: found.id, why, ask })).id;
      });
    }
    if (id === null || nth === 2) continue;
    const seen = { ...key(), id };
    const dueOn = addDays(on, 30);
    await asOn(opened, addDays(on, 3), (scope) => receiveRaised(scope, { ...seen, version: 1, dueOn }));
    if (said === null) continue;
    const answered = { outcome: "transferred" as const, handledBy: "县财政局", answer: said };
    await asOn(opened, addDays(on, 24), (scope) =>
      answerRaised(scope, { ...key(), id: seen.id, version: 2, ...answered }),
    );
  }
}

/** What the county asked its townships to report, and what they raised to it; a year too young has none yet. */
export async function enterRequests(
  opened: OpenedCounty,
  actorOf: ActorOf,
  tell: (what: string) => void,
): Promise<void> {
  const { asOf } = opened;
  if (daysBetween(`${yearOf(asOf)}-01-01`, asOf) < 120 || daysBetween(asOf, `${yearOf(asOf)}-12-31`) < 15)
    return;
  tell("要数据和上报问题");
  for (const demo of requests) await enterRequest(opened, demo, actorOf);
  await enterRaises(opened, actorOf);
}
