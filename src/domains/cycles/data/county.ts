import "server-only";
import { countyStaff } from "@/domains/accounts/data";
import { type FileShown, filesOf } from "@/domains/attachments/data";
import { publicationOf, resultOf } from "@/domains/figures/data/result";
import { titlesOf } from "@/domains/figures/data/titles";
import { yearsOf } from "@/domains/figures/data/years";
import { byRank } from "@/domains/figures/rules/ranking";
import { advocatesOf } from "@/domains/liaison/data/contacts";
import { comparedTownship } from "@/domains/tenancy/data";
import { type Day, dayOf, daysBetween } from "@/lib/dates";
import { pick } from "@/lib/pick";
import type { CountyScope } from "@/server/db/scope";
import { decisionDue } from "../rules/days";
import type { Item } from "../rules/items";
import { openSeats } from "../rules/reviewing";
import { selfSaid } from "../rules/self-assessing";
import { hasBegun, mayBegin, nextAfter, stages } from "../rules/stages";
import type { AppealsInput, CandidatesInput, CycleInput } from "../schema";
import { type Appeal, appealsOf } from "./appeals";
import { cycleOf, keptCycle, type RunningCycle } from "./cycle";
import { reviewersTold } from "./review";
import { apartIn, progressOf, reviewersIn, type Said, saidOf, standingsSoFar } from "./standing";
import { nothingSaid } from "./words";

/** Each stage with its days, as the line of the page shows them. */
export const lineOf = ({ plan, stage }: RunningCycle) =>
  stages.map((one) => {
    const next = nextAfter(one);
    const { until, ...own } = plan[one];
    // A stage is over where the next one has begun, also before its last day.
    const ended = next !== null && until !== null && hasBegun(next, stage) && plan[next].from < until;
    const days = { ...own, until: ended ? plan[next].from : until };
    return { stage: one, begun: hasBegun(one, stage), now: one === stage, ...days };
  });

/** What stands between a year and its next stage; null once it is archived. */
function nextOf(cycle: RunningCycle, said: Said) {
  const next = nextAfter(cycle.stage);
  if (next === null) return null;
  const decision = mayBegin(next, progressOf(cycle, said));
  return { stage: next, refusal: decision.allowed ? null : decision.reason };
}

/** What has come of a year by now: from the preliminary result on what was said, and what the meeting decided. */
async function toldOf(scope: CountyScope, { year, stage }: RunningCycle, said: Said) {
  if (!hasBegun("preliminary", stage)) return [];
  const kept = await resultOf(scope, year);
  return kept?.results ?? standingsSoFar(said, true).map((one) => ({ ...one, code: one.id }));
}

/** The county's cycle of a year: where it stands, what comes next, how far each township is. */
export async function cycle(scope: CountyScope, { year }: CycleInput) {
  const today = dayOf(scope.now);
  const years = await yearsOf(scope.tx, { countyId: scope.countyId, townshipId: null, today });
  const running = await cycleOf(scope, year);
  if (running === null) return { year, today, years, cycle: null };
  const said = await saidOf(scope, running);
  const { stage, kept, until } = running;
  const told = await toldOf(scope, running, said);
  return {
    ...{ year, today, years },
    cycle: {
      ...{ stage, version: kept?.version ?? null, until, line: lineOf(running), next: nextOf(running, said) },
      decisionDue: stage === "appeal" ? appealsDue(running) : null,
      townships: said.basis.townships.map((township) => {
        const { id, code, name, class: ofClass, final } = township;
        const appeals = said.appeals.filter(({ townshipId }) => townshipId === id);
        const standing = told.find((one) => one.code === code);
        const reviewers = reviewersIn(said, id);
        const apart = apartIn(said, township);
        return {
          ...{ code, name, class: ofClass, system: final },
          self: selfSaid(running, said.selves.get(id) ?? nothingSaid),
          reviewers: reviewersTold(said, id, scope.actor.accountId),
          apart,
          /** where somebody may still be seated, and whether its self-assessment may still be opened again */
          openSeats: openSeats(reviewers, apart),
          mayReopen: reviewers.every(({ submittedOn }) => submittedOn === null),
          appeals: { all: appeals.length, open: appeals.filter(({ decided }) => decided === null).length },
          standing: standing === undefined ? null : { final: standing.final, grade: standing.grade.grade },
        };
      }),
    },
  };
}
export type CycleShown = Awaited<ReturnType<typeof cycle>>;

/** Whom the county may ask to review a year, and which townships each has looked after since it began. */
export async function candidates(scope: CountyScope, { year }: CandidatesInput) {
  const staff = (await countyStaff(scope.tx)).filter(({ active }) => active);
  const contacts = await advocatesOf(scope, year);
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

/** By when a year's appeals should be decided; a decision that comes later holds, and says that it is late. */
export const appealsDue = ({ plan, calendar, stage }: RunningCycle): Day | null =>
  plan.appeal.until === null || !hasBegun("appeal", stage)
    ? null
    : decisionDue(plan.appeal.until, calendar).day;

type Around = { items: readonly Item[]; due: Day | null; titles: Titles; files: Files };
type Titles = ReadonlyMap<string, string>;
type Files = ReadonlyMap<string, FileShown[]>;

/** What an appeal is about, in words. */
export function appealTold(appeal: Appeal, { items, due, titles, files }: Around) {
  const item = items.find(({ kind, code }) => kind === "indicator" && code === appeal.indicator);
  const { decided } = appeal;
  const rest = pick(appeal, "id", "indicator", "record", "grounds", "on", "by", "version");
  return {
    ...{ ...rest, name: `${appeal.indicator} ${item?.name ?? ""}`, most: item?.most ?? 0 },
    title: appeal.record === null ? null : (titles.get(appeal.record.id) ?? null),
    files: files.get(appeal.id) ?? [],
    decided:
      decided === null
        ? null
        : {
            ...{ ...decided, deciders: decided.deciders.map(({ name }) => name) },
            lateBy: due !== null && decided.on > due ? daysBetween(due, decided.on) : 0,
          },
  };
}

/** What the records are called that appeals are against, and the files that were put to appeals. */
export async function aroundAppeals(scope: CountyScope, appeals: readonly Appeal[]) {
  const refs = appeals.flatMap(({ townshipId, record }) =>
    record === null ? [] : [{ townshipId, ...record }],
  );
  const ids = appeals.map(({ id }) => id);
  return {
    titles: await titlesOf(scope.tx, scope.countyId, refs),
    files: await filesOf(scope, "assessmentAppeal", ids),
  };
}

/** Every appeal of a year, those that wait first. */
export async function appeals(scope: CountyScope, { year }: AppealsInput) {
  const running = await cycleOf(scope, year);
  const kept = await keptCycle(scope, year);
  if (running === null || kept === null)
    return { year, today: dayOf(scope.now), due: null, rows: [], staff: [] };
  const said = await saidOf(scope, running);
  const all = await appealsOf(scope, { cycleId: kept.id });
  const around = { items: said.items, due: appealsDue(running), ...(await aroundAppeals(scope, all)) };
  const standings = standingsSoFar(said, true);
  const staff = (await countyStaff(scope.tx)).filter(({ active }) => active);
  const contacts = await advocatesOf(scope, year);
  const rows = all.map((appeal) => {
    const township = said.basis.townships.find(({ id }) => id === appeal.townshipId);
    const standing = standings.find(({ id }) => id === township?.code);
    const reviewers = said.reviewers.filter(({ townshipId }) => townshipId === appeal.townshipId);
    const biased = [...reviewers, ...contacts.filter(({ townshipId }) => townshipId === appeal.townshipId)];
    return {
      ...appealTold(appeal, around),
      township: { code: township?.code ?? "", name: township?.name ?? "" },
      points: standing?.scores.find(({ code }) => code === appeal.indicator)?.points ?? null,
      /** who may not decide it, whether whoever asks may, and who may with him */
      reviewers: reviewers.map(({ name }) => name),
      mine: !biased.some(({ accountId }) => accountId === scope.actor.accountId),
      judges: staff
        .filter(({ id }) => id !== scope.actor.accountId && !biased.some(({ accountId }) => accountId === id))
        .map(({ id, name }) => ({ id, name })),
    };
  });
  const open = rows.filter(({ decided }) => decided === null);
  return {
    ...{ year, today: running.today, stage: running.stage },
    due: around.due,
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
  const standings = await toldOf(scope, running, said);
  const names = new Map(said.basis.townships.map((one) => [one.code, one]));
  const classOf = (code: string) => names.get(code)?.class ?? Infinity;
  const byPlace = (one: (typeof standings)[number], other: (typeof standings)[number]) =>
    classOf(one.code) - classOf(other.code) || byRank(one.rank, other.rank);
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
      townships: standings
        .toSorted(byPlace)
        .map(({ code, total, bonus, deduction, final, vetoes, grade, rank }) => ({
          ...{ code, name: names.get(code)?.name ?? "", class: names.get(code)?.class ?? null },
          ...{ points: total.points, bonus: bonus.points, deduction: deduction.points, final, vetoes },
          ...{ grade: grade.grade, why: grade.why, rank: rank.rank, of: rank.of, tied: rank.tied },
        })),
    },
  };
}
export type ResultShown = Awaited<ReturnType<typeof result>>;
