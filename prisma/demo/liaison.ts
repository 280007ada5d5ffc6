import { randomUUID } from "node:crypto";
import { appoint } from "@/domains/liaison/commands/contacts";
import { enterContact, enterOwnContact } from "@/domains/liaison/commands/log";
import { enterInput, enterOwnInput } from "@/domains/liaison/schema";
import { countyStaff } from "@/domains/accounts/data";
import * as acts from "@/domains/requests/commands";
import { type Request, requestById } from "@/domains/requests/data/rows";
import type { RequestKind, RequestResult } from "@/domains/requests/labels";
import { askAgainInput, confirmInput, sendInput } from "@/domains/requests/schema";
import { addDays } from "@/lib/dates";
import { tenantOf } from "@/server/db/record";
import type { Actor } from "@/server/db/tx";
import type { OpenedCounty } from "./counties";
import { asOn } from "./cycle";
import { enter } from "./desk";
import { enterNotices } from "./notices";
import type { DemoTownship } from "./places";
import { within } from "./steps";

type ActorOf = (login: string) => Promise<Actor>;
const key = () => ({ idempotencyKey: randomUUID() });

/** The second township: slack, and not heard of for long. */
const silent = 1;

/** Days before the demo's day; what is not there has not happened. @property town counted without the silent one */
type DemoRequest = {
  town: number;
  kind: RequestKind;
  title: string;
  content: string;
  sent: number;
  received?: number;
  postponed?: number;
  answered?: number;
  result?: RequestResult;
  answer?: string;
  then?: "confirm" | "again";
};

const requests: readonly DemoRequest[] = [
  {
    ...{ town: 0, kind: "funding", title: "代表活动经费缺口补助", sent: 90, received: 88, answered: 78 },
    content: "今年增加了四次联动检查，代表活动经费预计缺两万元，请协调县财政补助。",
    ...{ result: "solved", answer: "已商县财政局，补助两万元，本月下达。", then: "confirm" },
  },
  {
    ...{ town: 1, kind: "staffing", title: "人大办公室专职人员配备", sent: 120, received: 117, answered: 75 },
    content: "现有一名工作人员兼职三个岗位，请协调核增一个编制或调配一名专职人员。",
    ...{
      result: "explained",
      answer: "编制总量从紧，今年不能核增；已请组织部门在调配时优先考虑。",
      then: "again",
    },
  },
  {
    ...{ town: 2, kind: "office", title: "代表联络站电子屏更换", sent: 70, received: 69, answered: 58 },
    content: "中心联络站电子屏损坏，代表接待和公示不便。",
    ...{ result: "partly", answer: "先从设备经费中更换一块，其余列入明年。", then: "confirm" },
  },
  {
    ...{ town: 3, kind: "guidance", title: "民生实事项目票决程序指导", sent: 62, received: 62, answered: 55 },
    content: "首次开展差额票决，请派人指导程序和文书。",
    ...{ result: "solved", answer: "已派员到镇指导，并提供文书范本。", then: "confirm" },
  },
  {
    ...{
      town: 4,
      kind: "coordination",
      title: "跨乡镇河道保洁责任协调",
      sent: 24,
      received: 22,
      answered: 4,
    },
    content: "界河保洁两镇责任不清，代表多次反映，请协调水利部门明确。",
    ...{ result: "solved", answer: "已召集两镇和水利部门商定，以河中心线为界分段负责。" },
  },
  {
    ...{ town: 5, kind: "funding", title: "偏远海岛代表视察交通补助", sent: 46, received: 44 },
    content: "组织代表到外岛视察一次往返要租船，费用没有列支渠道。",
  },
  {
    ...{
      town: 2,
      kind: "coordination",
      title: "农村公路养护责任单位不明",
      sent: 18,
      received: 17,
      postponed: 3,
    },
    content: "三条机耕路升级后没有明确养护单位，请协调交通部门。",
  },
  {
    town: 0,
    kind: "guidance",
    title: "代表述职评议办法修订指导",
    sent: 1,
    content: "拟修订述职评议办法，请指导。",
  },
];

const others = <Item>(items: readonly Item[]): Item[] => items.filter((_, nth) => nth !== silent);

type Held = { opened: OpenedCounty; town: DemoTownship; actor: Actor };

const office = <Out>(held: Held, work: (desk: Parameters<typeof enter>[0]) => Promise<Out>): Promise<Out> =>
  within(held, (scope) => work({ scope, town: held.town, asOf: held.opened.asOf }));

/** Sent by the township, once: a load that is taken up finds it. */
const sentBy = (held: Held, { kind, title, content, sent }: DemoRequest): Promise<string> =>
  office(held, async (desk) => {
    const where = { ...tenantOf(desk.scope), title, againOfId: null };
    const there = await desk.scope.tx.townshipRequest.findFirst({ where, select: { id: true } });
    if (there !== null) return there.id;
    const on = addDays(desk.asOf, -sent);
    return (await enter(desk, on, acts.sendRequest, sendInput, { kind, title, content })).id;
  });

/** What the county did with it, each step on its day and once. */
async function dealtWith({ opened }: Held, id: string, demo: DemoRequest): Promise<void> {
  const { received, postponed, answered, result, answer } = demo;
  const step = (ago: number | undefined, work: (request: Request) => Parameters<typeof asOn>[2] | null) =>
    ago === undefined
      ? Promise.resolve()
      : asOn(opened, addDays(opened.asOf, -ago), async (scope) => {
          await work(await requestById(scope, id))?.(scope);
        });
  await step(received, ({ receivedOn, version }) =>
    receivedOn === null ? (scope) => acts.receiveRequest(scope, { ...key(), id, version }) : null,
  );
  await step(postponed, ({ postponedUntil, version }) => {
    const until = addDays(opened.asOf, 20);
    const said = { ...key(), id, version, until, reason: "要等县交通部门明年养护计划。" };
    return postponedUntil === null ? (scope) => acts.postponeRequest(scope, said) : null;
  });
  await step(answered, ({ answeredOn, version }) => {
    if (result === undefined || answeredOn !== null) return null;
    const said = { ...key(), id, version, result, answerText: answer ?? "", passedTo: null };
    return (scope) => acts.answerRequest(scope, said);
  });
}

async function ended(held: Held, id: string, { then, answered = 0 }: DemoRequest): Promise<void> {
  if (then === undefined) return;
  const { version, confirmedOn, askedAgain } = await asOn(held.opened, held.opened.asOf, (scope) =>
    requestById(scope, id),
  );
  if (confirmedOn !== null || askedAgain) return;
  await office(held, async (desk) => {
    const on = addDays(desk.asOf, 3 - answered);
    if (then === "confirm") return enter(desk, on, acts.confirmRequest, confirmInput, { id, version });
    const content = "编制核增有困难可以理解，请先调配一名专职人员。";
    return enter(desk, addDays(desk.asOf, -9), acts.askAgain, askAgainInput, { id, version, content });
  });
}

const calls = [
  ["call", "了解主席团会议准备情况", "材料已备齐"],
  ["visit", "走访代表联络站", "建议增加夜间接待"],
  ["meeting", "县乡人大工作座谈", "交流了民生实事项目监督做法"],
  ["document", "来文请示代表小组调整", "已电话答复"],
] as const;

/** Both sides write down that they were in touch; of the silent township there is one call, long ago. */
async function enterContacts(held: Held, nth: number): Promise<void> {
  const { opened, town } = held;
  const townshipId = opened.townshipIds.get(town.code) ?? "";
  const there = await asOn(opened, opened.asOf, ({ tx, countyId }) =>
    tx.liaisonEntry.count({ where: { countyId, townshipId } }),
  );
  if (there > 0) return;
  const chosen = nth === silent ? calls.slice(0, 1) : calls.slice(0, 2 + (nth % 3));
  for (const [index, [way, subject, result]] of chosen.entries()) {
    const day = addDays(opened.asOf, nth === silent ? -170 : -(12 + nth * 5 + index * 37));
    const said = {
      occurredOn: day,
      way,
      subject,
      result,
      countyPerson: "代表工委",
      townshipPerson: "人大办公室",
    };
    if (index % 2 === 0) {
      const input = enterInput.parse({ ...key(), townshipId, ...said });
      await asOn(opened, day, (scope) => enterContact(scope, input));
    } else await office(held, (desk) => enter(desk, day, enterOwnContact, enterOwnInput, said));
  }
}

/** Whoever does not review the year looks after some townships. */
async function appointContacts(opened: OpenedCounty): Promise<void> {
  const { asOf, county } = opened;
  await asOn(opened, addDays(asOf, -200), async (scope) => {
    if ((await scope.tx.townshipContact.count({ where: { countyId: scope.countyId } })) > 0) return;
    const people = (await countyStaff(scope.tx)).filter(({ active }) => active).slice(2);
    for (const [nth, { id: accountId }] of people.entries()) {
      const townships = county.townships.flatMap(({ code }, at) =>
        at % people.length === nth ? [code] : [],
      );
      if (townships.length > 0)
        await appoint(scope, { ...key(), accountId, townships, since: addDays(asOf, -200) });
    }
  });
}

/** How the county and its townships deal with one another: notices, requests, contacts. */
export async function enterLiaison(
  opened: OpenedCounty,
  actorOf: ActorOf,
  tell: (what: string) => void,
): Promise<void> {
  const { townships } = opened.county;
  tell("通知、请示和联系");
  await appointContacts(opened);
  await enterNotices(opened, actorOf);
  const asking = others(townships);
  for (const demo of requests) {
    const town = asking[demo.town % Math.max(1, asking.length)];
    if (town === undefined) continue;
    const held = { opened, town, actor: await actorOf(town.login) };
    const id = await sentBy(held, demo);
    await dealtWith(held, id, demo);
    await ended(held, id, demo);
  }
  for (const [nth, town] of townships.entries())
    await enterContacts({ opened, town, actor: await actorOf(town.login) }, nth);
}
