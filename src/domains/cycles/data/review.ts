import "server-only";
import { confirmedCases } from "@/domains/figures/data/cases";
import { failedChecksOf } from "@/domains/figures/data/spot-checks";
import { titlesOf } from "@/domains/figures/data/titles";
import { faceOf, recordHref } from "@/domains/registry";
import { advocatesOf } from "@/domains/liaison/data/contacts";
import { comparedTownship } from "@/domains/tenancy/data";
import { notFound } from "@/lib/errors";
import type { CountyScope } from "@/server/db/scope";
import { type Item, sameItem } from "../rules/items";
import { mayReview, type Seat } from "../rules/reviewing";
import { selfSaid } from "../rules/self-assessing";
import type { ReviewInput } from "../schema";
import { cycleOf, type RunningCycle } from "./cycle";
import { bothSubmitted, type Reviewer, sittingOf } from "./reviews";
import { apartIn, reviewersIn, type Said, saidOf, systemPoints } from "./standing";
import { type NoteShown, nothingSaid, notesWithFiles } from "./words";

export const reviewersTold = (said: Said, townshipId: string, me: string) =>
  reviewersIn(said, townshipId).map(({ seat, name, submittedOn, accountId }) => ({
    ...{ seat, name, submittedOn, mine: accountId === me },
  }));

type Titles = ReadonlyMap<string, string>;
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

type FailedCheck = Awaited<ReturnType<typeof failedChecksOf>>[number];

/** What the spot check did not find as it was recorded: a question to whoever reviews. */
const failedOn = (item: Item, failed: readonly FailedCheck[], township: string, titles: Titles) =>
  failed
    .filter(({ indicator }) => item.kind === "indicator" && indicator === item.code)
    .map(({ id, recordType, recordId, result, reason, by, on }) => ({
      ...{ id, result, reason, by, on },
      name: `${faceOf(recordType)?.name ?? ""}「${titles.get(recordId) ?? "无权查看内容"}」`,
      href: recordHref(township, recordType, recordId),
    }));

function noteOn(item: Item, notes: readonly NoteShown[], titles: Titles) {
  const note = notes.find(({ indicator }) => item.kind === "indicator" && indicator === item.code);
  if (note === undefined) return null;
  return { ...note, title: note.record === null ? null : (titles.get(note.record.id) ?? null) };
}

/** The seat of whoever asks, and why he may not score now. */
async function ownSeat(scope: CountyScope, { stage, year }: RunningCycle, reviewers: readonly Reviewer[]) {
  const mine = reviewers.find(({ accountId }) => accountId === scope.actor.accountId) ?? null;
  const both = bothSubmitted(reviewers);
  const sits = mine === null ? null : sittingOf(mine, await advocatesOf(scope, year));
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
  const { mine, both, refusal } = await ownSeat(scope, running, reviewers);
  const notes = await notesWithFiles(scope, kept.id, township.id);
  const failed = await failedChecksOf(scope, year, township.id);
  const refs = [
    ...notes.flatMap(({ record }) => record ?? []),
    ...failed.map(({ recordType: type, recordId }) => ({ type, id: recordId })),
  ].map((record) => ({ townshipId: township.id, ...record }));
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
      failed: failedOn(item, failed, code, titles),
      apart: (apart ?? []).includes(`${item.code} ${item.name}`),
    })),
  };
}
export type ReviewShown = NonNullable<Awaited<ReturnType<typeof review>>>;
