import { randomUUID } from "node:crypto";
import { countyStaff } from "@/domains/accounts/data";
import { adoptDefaultScheme } from "@/domains/assessments/commands/adopt";
import { attachFile } from "@/domains/attachments/commands";
import { freezeYear } from "@/domains/assessments/commands/freeze";
import { opine, seatReviewer, submitReview } from "@/domains/cycles/commands/reviews";
import { noteIndicator, submitSelf } from "@/domains/cycles/commands/self";
import { beginStage } from "@/domains/cycles/commands/stages";
import { keptCycle } from "@/domains/cycles/data/cycle";
import { schemeOf } from "@/domains/figures/data/schemes";
import { frozenYear } from "@/domains/figures/data/snapshot";
import { addDays, type Day, yearOf } from "@/lib/dates";
import { storeFile } from "@/server/files/store";
import { type CountyScope, type TownshipScope, withCountyScope, withTownshipScope } from "@/server/db/scope";
import { loader } from "./accounts";
import type { OpenedCounty } from "./counties";
import { morning } from "./desk";
import type { DemoTownship } from "./places";

const key = () => ({ idempotencyKey: randomUUID() });
type Person = { id: string; name: string };

/** A county's command as one of its people sends it on a day. */
export function asOn<Out>(
  { id }: OpenedCounty,
  day: Day,
  work: (scope: CountyScope) => Promise<Out>,
  person?: Person,
): Promise<Out> {
  const actor =
    person === undefined
      ? { ...loader, role: "countyStaff" }
      : { ...loader, accountId: person.id, name: person.name, role: "countyStaff" };
  return withCountyScope(id, { actor, now: new Date(), readOnly: false }, (scope) =>
    work({ ...scope, now: morning(day) }),
  );
}

/** Both years have a scheme of the county's own, published when the year was young, and the year that is over is frozen by it. */
async function freezeLast(opened: OpenedCounty, year: number, day: Day): Promise<void> {
  for (const one of [year, year + 1])
    await asOn(opened, `${one}-02-24`, async (scope) => {
      if (!(await schemeOf(scope.tx, scope.countyId, one)).adopted)
        await adoptDefaultScheme(scope, { year: one, ...key() });
    });
  await asOn(opened, day, async (scope) => {
    if ((await frozenYear(scope, year)) === null) await freezeYear(scope, { year, note: null, ...key() });
  });
}

/** What an explanation rests on, as a file beside it. */
async function putNotice(scope: TownshipScope, recordId: string): Promise<void> {
  const { countyId, townshipId } = scope;
  const id = randomUUID();
  const bytes = Buffer.from("演示材料：因防台响应，原定的主席团会议改期举行，另行通知。\n");
  await storeFile({ countyId, townshipId, id }, bytes);
  const file = { id, name: "会议改期通知.txt", mime: "text/plain; charset=utf-8", bytes };
  await attachFile(scope, { recordType: "selfNote", recordId }, file);
}

/** Most townships hand in; some explain something, one lets the day pass. */
async function assessSelf(opened: OpenedCounty, town: DemoTownship, year: number, day: Day): Promise<void> {
  const townshipId = opened.townshipIds.get(town.code) ?? "";
  const office = { as: "township", countyId: opened.id, townshipId, confidential: true } as const;
  const request = { actor: { ...loader, role: "townshipStaff" }, now: new Date(), readOnly: false };
  await withTownshipScope(office, request, async (given) => {
    const scope = { ...given, now: morning(day) };
    const at = { township: town.code, year, ...key() };
    const text = "个别会议因防台延期，已在当季补开，会议记录可查。";
    const note = { indicator: "A3", kind: "explain" as const, text, recordType: null, recordId: null };
    if (town.habits.attendance) {
      const { id } = await noteIndicator(scope, { ...at, ...note, version: null });
      await putNotice(scope, id);
    }
    await submitSelf(scope, { ...at, ...key() });
  });
}

/** Two reviewers a township: one has handed in everywhere but at the last, the other is half through. */
async function review(opened: OpenedCounty, people: readonly Person[], year: number, day: Day) {
  const { townships } = opened.county;
  const [first, second] = people;
  if (first === undefined || second === undefined) return;
  for (const [index, { code: of }] of townships.entries()) {
    for (const [seat, { id }] of [["first", first] as const, ["second", second] as const])
      await asOn(opened, day, (scope) => seatReviewer(scope, { year, of, seat, accountId: id, ...key() }));
    const said = { kind: "indicator" as const, code: "A3", value: 4, reason: "核对了会议记录和签到表" };
    if (index % 3 === 0)
      await asOn(opened, day, (scope) => opine(scope, { year, of, ...said, version: null, ...key() }), first);
    const last = index === townships.length - 1;
    if (!last) await asOn(opened, day, (scope) => submitReview(scope, { year, of, ...key() }), first);
    if (index < townships.length / 2)
      await asOn(opened, day, (scope) => submitReview(scope, { year, of, ...key() }), second);
  }
}

/** Last year's assessment in the middle of its way, as far as the demo's day has come: frozen, assessed, under review. */
export async function enterCycle(opened: OpenedCounty, tell: (what: string) => void): Promise<void> {
  const { asOf, county } = opened;
  const year = yearOf(asOf) - 1;
  const started = await asOn(opened, asOf, (scope) => keptCycle(scope, year));
  const from = addDays(asOf, -15);
  if (started !== null || yearOf(from) !== year + 1) return;
  tell(`${year} 年考核`);
  await freezeLast(opened, year, from);
  await asOn(opened, from, (scope) =>
    beginStage(scope, { year, stage: "selfAssessment", version: null, ...key() }),
  );
  for (const town of county.townships.slice(0, -1)) await assessSelf(opened, town, year, addDays(from, 6));
  const reviewed = addDays(from, 12);
  await asOn(opened, reviewed, (scope) => beginStage(scope, { year, stage: "review", version: 1, ...key() }));
  const people = (await asOn(opened, reviewed, ({ tx }) => countyStaff(tx))).filter(({ active }) => active);
  await review(opened, people, year, addDays(reviewed, 2));
}
