import { randomUUID } from "node:crypto";
import { answer, decide } from "@/domains/integrity/commands";
import { answersOf } from "@/domains/integrity/data/answers";
import { standingsOf } from "@/domains/integrity/data/told";
import { answerInput, decideInput } from "@/domains/integrity/schema";
import { addDays, yearOf } from "@/lib/dates";
import type { Actor } from "@/server/db/tx";
import type { OpenedCounty } from "./counties";
import { asOn } from "./cycle";
import { enter } from "./desk";
import { within } from "./steps";

/** What offices say of a record that came late; by turns. */
const words = [
  "当时经办人在外出差，回来后当周补录，会议记录和签到表都在。",
  "防台期间集中值守，活动照常开展，事后补录，照片可查。",
  "联络员换人交接，交接后逐条补齐，原始登记本可查。",
] as const;

const answeredEach = 4;
const decidedEach = 3;

type Lookup = (login: string) => Promise<Actor>;

/** The county has asked about what came late: the offices have said why of some, and the county has its word on most of those. */
export async function enterSignals(
  opened: OpenedCounty,
  actorOf: Lookup,
  tell: (what: string) => void,
): Promise<void> {
  const { asOf, county } = opened;
  const year = yearOf(asOf);
  const known = await asOn(opened, asOf, async (scope) => ({
    answered: (await answersOf(scope, year)).length,
    standings: await standingsOf(scope, year),
  }));
  if (known.answered > 0) return;
  tell("核查提示的说明和结论");
  const late = known.standings.filter(({ raised }) => raised.signal === "lateEntry");
  for (const town of county.townships) {
    const townshipId = opened.townshipIds.get(town.code) ?? "";
    // The list has the newest first; what is older has been asked about.
    const own = late.filter(({ raised }) => raised.townshipId === townshipId).slice(-answeredEach);
    const actor = await actorOf(town.login);
    for (const [nth, { raised }] of own.entries()) {
      const { signal, subject, records } = raised;
      const about = { year, signal, subject, version: null };
      await within({ opened, town, actor }, (scope) =>
        enter({ scope, town, asOf }, addDays(asOf, -12 + nth), answer, answerInput, {
          ...about,
          records: records.map(({ type, id }) => ({ type, id })),
          text: words[nth % words.length] ?? words[0],
        }),
      );
      if (nth >= decidedEach) continue;
      const said =
        nth === 1
          ? { decision: "verified" as const, reason: "抽看了签到表和照片，日期相符，按补录处理。" }
          : { decision: "explained" as const, reason: "说明清楚，提醒以后十日内录入。" };
      await asOn(opened, addDays(asOf, -5), (scope) =>
        decide(scope, decideInput.parse({ idempotencyKey: randomUUID(), ...about, of: town.code, ...said })),
      );
    }
  }
}
