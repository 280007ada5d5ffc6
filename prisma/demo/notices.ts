import { randomUUID } from "node:crypto";
import * as county from "@/domains/notices/commands/notices";
import { openNotice, reportDone, signNotice } from "@/domains/notices/commands/receipts";
import { noticeById, type Receipt, receiptsOf } from "@/domains/notices/data/rows";
import { doneInput, draftInput, receiptChangeInput } from "@/domains/notices/schema";
import { addDays, type Day, yearOf } from "@/lib/dates";
import type { CountyScope } from "@/server/db/scope";
import type { Actor } from "@/server/db/tx";
import type { OpenedCounty } from "./counties";
import { asOn } from "./cycle";
import { enter } from "./desk";
import type { DemoTownship } from "./places";
import { within } from "./steps";

/** How far a township is; `silent` is the one the county has not heard of for long. */
type Fate = "done" | "late" | "signed" | "read" | "unread";

type DemoNotice = {
  title: string;
  body: string;
  importance: "normal" | "important" | "urgent";
  asked: string | null;
  /** days before the demo's day on which it was sent, and from it on until it is due */
  sent: number | null;
  due: number | null;
  fates: readonly Fate[];
  after?: "corrected" | "recalled";
};

const noticesOf = (year: number): readonly DemoNotice[] => [
  {
    ...{ title: `关于报送${year}年下半年人大工作情况的通知`, importance: "important", sent: 45, due: -12 },
    body: "为全面掌握各乡镇人大下半年工作开展情况，请按要求报送。\n一、报送主席团会议、代表活动和监督工作情况。\n二、问题和建议一并写明。",
    asked: "报送下半年工作情况，加盖主席团公章。",
    fates: ["done", "unread", "done", "late", "done", "done", "signed"],
  },
  {
    ...{ title: `关于征集${year + 1}年度监督议题的通知`, importance: "important", sent: 6, due: 12 },
    body: "请各乡镇人大结合实际，提出明年县乡联动监督的议题，每个乡镇不少于两个。",
    asked: "报送不少于两个议题和理由。",
    fates: ["done", "unread", "signed", "signed", "read", "unread", "signed"],
  },
  {
    ...{ title: "关于学习贯彻新修改的代表法的通知", importance: "normal", sent: 20, due: null, asked: null },
    body: "请组织代表和人大干部学习新修改的代表法，结合代表小组活动开展交流。",
    fates: ["signed", "unread", "signed", "signed", "signed", "read", "signed"],
  },
  {
    ...{ title: "关于做好防台期间代表履职工作的紧急通知", importance: "urgent", sent: 1, due: 2 },
    body: "台风将影响我县，请组织代表就近查看避灾场所、危房和渔船回港情况，发现问题即时上报。",
    asked: "报送查看情况，有问题随时电话上报。",
    fates: ["signed", "unread", "unread", "read", "unread", "unread", "unread"],
  },
  {
    ...{ title: "关于召开县乡人大工作座谈会的通知", importance: "normal", sent: 15, due: null, asked: null },
    body: "定于本月下旬召开座谈会，请人大主席参加。地点：县机关二号会议室。",
    fates: ["signed", "unread", "signed", "read", "unread", "signed", "unread"],
    after: "corrected",
  },
  {
    ...{ title: "关于组织代表赴外地考察的通知", importance: "normal", sent: 30, due: null, asked: null },
    body: "拟组织部分代表赴外地考察学习，请推荐人选。",
    fates: ["signed", "unread", "read"],
    after: "recalled",
  },
  {
    ...{ title: `关于${year}年乡镇人大台账检查的通知`, importance: "normal", sent: null, due: 25, fates: [] },
    body: "年底前对各乡镇人大台账进行检查，具体时间另行通知。",
    asked: "对照台账目录自查，补齐缺项。",
  },
];

const key = () => ({ idempotencyKey: randomUUID() });

const idOf = async ({ tx, countyId }: CountyScope, title: string) =>
  (await tx.countyNotice.findFirst({ where: { countyId, title }, select: { id: true, sentAt: true } })) ??
  null;

async function sent(opened: OpenedCounty, notice: DemoNotice): Promise<string | null> {
  const { title, body, importance, asked, due } = notice;
  const { asOf } = opened;
  const on = addDays(asOf, -(notice.sent ?? 0));
  return asOn(opened, on, async (scope) => {
    const there = await idOf(scope, title);
    if (there !== null) return notice.sent === null ? null : there.id;
    const dueOn = due === null ? null : addDays(asOf, due);
    const said = draftInput.parse({ ...key(), title, body, importance, asked, dueOn });
    const { id } = await county.draftNotice(scope, said);
    if (notice.sent === null) return null;
    await county.sendNotice(scope, { ...key(), id, version: 1 });
    return id;
  });
}

type Held = { opened: OpenedCounty; town: DemoTownship; actor: Actor };

/** What one office did with a notice, in one transaction. */
async function took(held: Held, receipt: Receipt, fate: Fate, { on, due }: { on: Day; due: Day | null }) {
  if (fate === "unread" || receipt.openedEdition !== null) return;
  const { opened, town } = held;
  const { id, version } = receipt;
  await within(held, async (scope) => {
    const desk = { scope, town, asOf: opened.asOf };
    await enter(desk, addDays(on, 1), openNotice, receiptChangeInput, { id, version });
    if (fate === "read") return;
    await enter(desk, addDays(on, 1), signNotice, receiptChangeInput, { id, version: version + 1 });
    if (fate === "signed") return;
    const doneOn = fate === "late" && due !== null ? addDays(due, 6) : addDays(on, 4);
    const said = { id, version: version + 2, doneOn, doneText: "已按通知要求办理，材料另附。" };
    await enter(desk, doneOn, reportDone, doneInput, said);
  });
}

/** Corrected or recalled a few days later, once. */
async function ended(opened: OpenedCounty, id: string, { after, sent: ago }: DemoNotice): Promise<void> {
  if (after === undefined || ago === null) return;
  await asOn(opened, addDays(opened.asOf, 4 - ago), async (scope) => {
    const notice = await noticeById(scope, id);
    if (notice.state !== "sent" || notice.edition > 1) return;
    const { version, title, documentNumber, importance, asked, dueOn } = notice;
    const seen = { ...key(), id, version };
    if (after === "recalled")
      await county.recallNotice(scope, { ...seen, reason: "经费没有落实，考察改到明年。" });
    else
      await county.correctNotice(scope, {
        ...{ ...seen, title, documentNumber, importance, asked, dueOn, note: "会议地点改了" },
        body: "定于本月下旬召开座谈会，请人大主席参加。地点：县人大三楼会议室。",
      });
  });
}

/** The county's notices in all states: who has not read, signed or done differs from one to the next. */
export async function enterNotices(
  opened: OpenedCounty,
  actorOf: (login: string) => Promise<Actor>,
): Promise<void> {
  const { asOf, county: place } = opened;
  for (const notice of noticesOf(yearOf(asOf))) {
    const id = await sent(opened, notice);
    if (id === null || notice.sent === null) continue;
    const on = addDays(asOf, -notice.sent);
    const due = notice.due === null ? null : addDays(asOf, notice.due);
    const receipts = await asOn(opened, asOf, (scope) => receiptsOf(scope, [id]));
    for (const [nth, town] of place.townships.entries()) {
      const receipt = receipts.find(({ townshipId }) => townshipId === opened.townshipIds.get(town.code));
      const fate = notice.fates[nth % Math.max(1, notice.fates.length)] ?? "unread";
      if (receipt !== undefined)
        await took({ opened, town, actor: await actorOf(town.login) }, receipt, fate, { on, due });
    }
    await ended(opened, id, notice);
  }
}
