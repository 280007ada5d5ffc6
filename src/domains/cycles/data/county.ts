import "server-only";
import { countyStaff } from "@/domains/accounts/data";
import { confirmedCases } from "@/domains/figures/data/cases";
import { publicationOf, resultOf } from "@/domains/figures/data/result";
import { titlesOf } from "@/domains/figures/data/titles";
import { yearsOf } from "@/domains/figures/data/years";
import { contactsOf } from "@/domains/liaison/data";
import { comparedTownship } from "@/domains/tenancy/data";
import { dayOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { pick } from "@/lib/pick";
import type { CountyScope } from "@/server/db/scope";
import { decisionDue } from "../rules/days";
import { type Item, sameItem } from "../rules/items";
import { mayReview, type Seat } from "../rules/reviewing";
import { selfSaid } from "../rules/self-assessing";
import { hasBegun, mayBegin, nextAfter, type Stage, stages } from "../rules/stages";
import type { AppealsInput, CycleInput, ReviewInput } from "../schema";
import { type Appeal, appealsOf } from "./appeals";
import { cycleOf, keptCycle, type RunningCycle } from "./cycle";
import { bothSubmitted, type Reviewer } from "./reviews";
import {
  apartIn,
  progressOf,
  reviewersIn,
  type Said,
  saidOf,
  standingsSoFar,
  systemPoints,
} from "./standing";
import { type Note, nothingSaid, notesOf } from "./words";

/** Each stage with its days, as the line of the page shows them. */
export const lineOf = ({ plan, stage }: RunningCycle) =>
  stages.map((one) => ({ stage: one, begun: hasBegun(one, stage), now: one === stage, ...plan[one] }));

/** What stands between a year and its next stage; null once it is archived. */
function nextOf(cycle: RunningCycle, said: Said) {
  const next = nextAfter(cycle.stage);
  if (next === null) return null;
  const decision = mayBegin(next, progressOf(cycle, said));
  return { stage: next, refusal: decision.allowed ? null : decision.reason };
}

const reviewersTold = (said: Said, townshipId: string, me: string) =>
  reviewersIn(said, townshipId).map(({ seat, name, submittedOn, accountId }) => ({
    ...{ seat, name, submittedOn, mine: accountId === me },
  }));

/** The county's cycle of a year: where it stands, what comes next, how far each township is. */
export async function cycle(scope: CountyScope, { year }: CycleInput) {
  const today = dayOf(scope.now);
  const years = await yearsOf(scope.tx, { countyId: scope.countyId, townshipId: null, today });
  const running = await cycleOf(scope, year);
  if (running === null) return { year, today, years, cycle: null };
  const said = await saidOf(scope, running);
  const { stage, kept, until, calendar } = running;
  const told = hasBegun("preliminary", stage) ? standingsSoFar(said, true) : [];
  return {
    ...{ year, today, years },
    cycle: {
      ...{ stage, version: kept?.version ?? null, until, line: lineOf(running), next: nextOf(running, said) },
      decisionDue: stage === "appeal" && until !== null ? decisionDue(until, calendar).day : null,
      townships: said.basis.townships.map((township) => {
        const { id, code, name, class: ofClass, final } = township;
        const appeals = said.appeals.filter(({ townshipId }) => townshipId === id);
        const standing = told.find((one) => one.id === code);
        return {
          ...{ code, name, class: ofClass, system: final },
          self: selfSaid(running, said.selves.get(id) ?? nothingSaid),
          reviewers: reviewersTold(said, id, scope.actor.accountId),
          apart: apartIn(said, township),
          appeals: { all: appeals.length, open: appeals.filter(({ decided }) => decided === null).length },
          standing: standing === undefined ? null : { final: standing.final, grade: standing.grade.grade },
        };
      }),
    },
  };
}
export type CycleShown = Awaited<ReturnType<typeof cycle>>;

/** Whom the county may ask to review, and for which townships each is the contact person. */
export async function candidates(scope: CountyScope) {
  const { tx, countyId, now } = scope;
  const staff = (await countyStaff(tx)).filter(({ active }) => active);
  const contacts = await contactsOf(tx, countyId, dayOf(now));
  const codes = new Map<string, string>();
  for (const id of new Set(contacts.map(({ townshipId }) => townshipId)))
    codes.set(id, (await comparedTownship(scope, { id })).code);
  return staff.map(({ id, name }) => ({
    ...{ id, name },
    looksAfter: contacts.flatMap(({ accountId, townshipId }) =>
      accountId === id ? [codes.get(townshipId) ?? ""] : [],
    ),
  }));
}

type Told = { said: Said; townshipId: string; seat: Seat | null };

/** What somebody may read of the others' words on an item: nothing before both have handed in. */
function othersOn(item: Item, { said, townshipId, seat }: Told) {
  if (!bothSubmitted(reviewersIn(said, townshipId))) return [];
  return said.opinions
    .filter((one) => one.townshipId === townshipId && one.seat !== seat && sameItem(one, item))
    .map(({ seat: of, value, reason }) => ({ seat: of, value, reason }));
}

/** The system's points of an item and the words that lead to them; of cases it knows none. */
function reckonedOn(item: Item, frozen: Said["basis"]["townships"][number]) {
  if (item.kind !== "indicator") return { system: 0, sentence: null };
  const sentence = frozen.scores.find(({ code }) => code === item.code)?.sentence ?? null;
  return { system: systemPoints(frozen).get(item.code) ?? null, sentence };
}

/** One's own word on an item, and as far as it may be told the others'. */
function saidOn(item: Item, told: Told) {
  const own = told.said.opinions.find(
    (one) => one.townshipId === told.townshipId && one.seat === told.seat && sameItem(one, item),
  );
  return {
    own: own === undefined ? null : { value: own.value, reason: own.reason, version: own.version },
    others: othersOn(item, told),
  };
}

function noteOn(item: Item, notes: readonly Note[], titles: ReadonlyMap<string, string>) {
  const note = notes.find(({ indicator }) => item.kind === "indicator" && indicator === item.code);
  if (note === undefined) return null;
  return { ...note, title: note.record === null ? null : (titles.get(note.record.id) ?? null) };
}

/** The seat of whoever asks, and why he may not score now. */
function ownSeat(stage: Stage, reviewers: readonly Reviewer[], me: string) {
  const mine = reviewers.find(({ accountId }) => accountId === me) ?? null;
  const both = bothSubmitted(reviewers);
  const sits = mine === null ? null : { seat: mine.seat, submitted: mine.submittedOn !== null };
  const decision = mayReview(stage, sits, both);
  return { mine, both, refusal: decision.allowed ? null : decision.reason };
}

/** A township before its reviewer: each item with the system's points, the township's word, his own and later the others'. */
export async function review(scope: CountyScope, { year, of: code }: ReviewInput) {
  const township = await comparedTownship(scope, { code });
  const running = await cycleOf(scope, year);
  const kept = running?.kept ?? null;
  if (running === null || kept === null) return null;
  const said = await saidOf(scope, running);
  const frozen = said.basis.townships.find(({ id }) => id === township.id);
  if (frozen === undefined) throw notFound();
  const reviewers = reviewersIn(said, township.id);
  const { mine, both, refusal } = ownSeat(running.stage, reviewers, scope.actor.accountId);
  const notes = await notesOf(scope, kept.id, township.id);
  const refs = notes.flatMap(({ record }) =>
    record === null ? [] : [{ townshipId: township.id, ...record }],
  );
  const titles = await titlesOf(scope.tx, scope.countyId, refs);
  const cases = await confirmedCases(scope.tx, scope.countyId, year);
  const apart = apartIn(said, frozen);
  return {
    ...{ year, township: { code, name: township.name }, stage: running.stage, until: running.until },
    ...{ seat: mine?.seat ?? null, submitted: mine?.submittedOn ?? null, both },
    refusal,
    self: selfSaid(running, said.selves.get(township.id) ?? nothingSaid),
    reviewers: reviewersTold(said, township.id, scope.actor.accountId),
    items: said.items.map((item) => ({
      ...item,
      ...{
        ...reckonedOn(item, frozen),
        ...saidOn(item, { said, townshipId: township.id, seat: mine?.seat ?? null }),
      },
      proposed: cases.filter(
        ({ townshipId, deduction }) =>
          item.kind === "deduction" && townshipId === township.id && deduction === item.code,
      ).length,
      note: noteOn(item, notes, titles),
      apart: (apart ?? []).includes(`${item.code} ${item.name}`),
    })),
  };
}
export type ReviewShown = NonNullable<Awaited<ReturnType<typeof review>>>;

/** What an appeal is about, in words. */
export function appealTold(appeal: Appeal, items: readonly Item[], title: string | null) {
  const item = items.find(({ kind, code }) => kind === "indicator" && code === appeal.indicator);
  const { decided } = appeal;
  const rest = pick(appeal, "id", "indicator", "record", "grounds", "on", "by", "version");
  return {
    ...{ ...rest, name: `${appeal.indicator} ${item?.name ?? ""}`, most: item?.most ?? 0, title },
    decided: decided === null ? null : { ...decided, deciders: decided.deciders.map(({ name }) => name) },
  };
}

export async function appealTitles(scope: CountyScope, appeals: readonly Appeal[]) {
  const refs = appeals.flatMap(({ townshipId, record }) =>
    record === null ? [] : [{ townshipId, ...record }],
  );
  return titlesOf(scope.tx, scope.countyId, refs);
}

/** Every appeal of a year, those that wait first. */
export async function appeals(scope: CountyScope, { year }: AppealsInput) {
  const running = await cycleOf(scope, year);
  const kept = await keptCycle(scope, year);
  if (running === null || kept === null)
    return { year, today: dayOf(scope.now), due: null, rows: [], staff: [] };
  const said = await saidOf(scope, running);
  const all = await appealsOf(scope, { cycleId: kept.id });
  const titles = await appealTitles(scope, all);
  const standings = standingsSoFar(said, true);
  const staff = (await countyStaff(scope.tx)).filter(({ active }) => active);
  const { until } = running.plan.appeal;
  const rows = all.map((appeal) => {
    const township = said.basis.townships.find(({ id }) => id === appeal.townshipId);
    const standing = standings.find(({ id }) => id === township?.code);
    const reviewers = said.reviewers.filter(({ townshipId }) => townshipId === appeal.townshipId);
    return {
      ...appealTold(
        appeal,
        said.items,
        appeal.record === null ? null : (titles.get(appeal.record.id) ?? null),
      ),
      township: { code: township?.code ?? "", name: township?.name ?? "" },
      points: standing?.scores.find(({ code }) => code === appeal.indicator)?.points ?? null,
      /** who may not decide it */
      reviewers: reviewers.map(({ name }) => name),
      judges: staff
        .filter(({ id }) => !reviewers.some(({ accountId }) => accountId === id))
        .map(({ id, name }) => ({ id, name })),
    };
  });
  const open = rows.filter(({ decided }) => decided === null);
  return {
    ...{ year, today: running.today, stage: running.stage },
    due:
      until === null || !hasBegun("appeal", running.stage) ? null : decisionDue(until, running.calendar).day,
    rows: [...open, ...rows.filter(({ decided }) => decided !== null)],
  };
}
export type AppealsShown = Awaited<ReturnType<typeof appeals>>;

/** What the meeting has to decide on, and once it has, what it decided. */
export async function result(scope: CountyScope, { year }: CycleInput) {
  const running = await cycleOf(scope, year);
  if (running === null || !hasBegun("preliminary", running.stage)) return { year, shown: null };
  const said = await saidOf(scope, running);
  const kept = await resultOf(scope, year);
  const publication = await publicationOf(scope, year);
  const standings = kept?.results ?? standingsSoFar(said, true).map((one) => ({ ...one, code: one.id }));
  const names = new Map(said.basis.townships.map((one) => [one.code, one]));
  const next = nextOf(running, said);
  return {
    year,
    shown: {
      ...{ today: running.today, stage: running.stage, version: running.kept?.version ?? null, next },
      decided:
        kept === null
          ? null
          : {
              ...{ on: kept.decidedOn, by: kept.decidedBy, hash: kept.hash, frozenHash: kept.frozenHash },
              ...{ meetingOn: kept.decision.meetingOn, meetingNumber: kept.decision.meetingNumber },
              percent: kept.decision.percent,
              panel: kept.decision.panel.map(({ role }, index) => ({
                role,
                name: kept.panelNames[index] ?? "",
              })),
            },
      publication,
      townships: standings.map(({ code, total, bonus, deduction, final, vetoes, grade, rank }) => ({
        ...{ code, name: names.get(code)?.name ?? "", class: names.get(code)?.class ?? null },
        ...{ points: total.points, bonus: bonus.points, deduction: deduction.points, final, vetoes },
        ...{ grade: grade.grade, why: grade.why, rank: rank.rank, of: rank.of, tied: rank.tied },
      })),
    },
  };
}
export type ResultShown = Awaited<ReturnType<typeof result>>;
