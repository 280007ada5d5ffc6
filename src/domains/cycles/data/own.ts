import "server-only";
import { publicationOf, recordsBehind, resultOf } from "@/domains/figures/data/result";
import { snapshotOf } from "@/domains/figures/data/snapshot";
import { titlesOf } from "@/domains/figures/data/titles";
import { yearsOf } from "@/domains/figures/data/years";
import type { FinalResult } from "@/domains/figures/rules/final-result";
import { refusalOf } from "@/lib/decision";
import { dayOf } from "@/lib/dates";
import type { CountyScope, PositionScope } from "@/server/db/scope";
import { mayAppeal } from "../rules/appealing";
import { maySay, selfSaid } from "../rules/self-assessing";
import { hasBegun } from "../rules/stages";
import type { OwnInput, RecordsInput } from "../schema";
import { appealsOf } from "./appeals";
import { appealsDue, appealTold, aroundAppeals, lineOf } from "./county";
import { cycleOf, type RunningCycle } from "./cycle";
import { type Said, saidOf, standingsSoFar } from "./standing";
import { type NoteShown, nothingSaid, notesWithFiles } from "./words";

const pointsTold = ({ code, state, points, max, sentence }: FinalResult["scores"][number]) => ({
  ...{ code, state, points, max, sentence },
});

/** A township's own standing once it is told: its points, never another's. */
function ownStanding(running: RunningCycle, said: Said, code: string, final: FinalResult | undefined) {
  const upheld = hasBegun("decided", running.stage);
  const standing = final ?? standingsSoFar(said, upheld).find((one) => one.id === code);
  if (standing === undefined) return null;
  const { scores, total, bonus, deduction, vetoes, rank, grade } = standing;
  return {
    ...{
      scores: scores.map(pointsTold),
      total: total.points,
      note: total.note,
      final: standing.final,
      vetoes,
    },
    ...{ bonus, deduction, panel: standing.panel ?? null },
    // A place and a grade are the meeting's to give.
    ...(final === undefined ? { rank: null, grade: null } : { rank: rank.rank, grade: grade.grade }),
  };
}

/** Of the others what the county decided to tell. */
function othersTold(said: Said, results: readonly FinalResult[], ranking: string) {
  if (ranking === "none") return [];
  const names = new Map(said.basis.townships.map(({ code, name }) => [code, name]));
  return results.map(({ code, final, rank, grade }) => ({
    name: names.get(code) ?? "",
    grade: grade.grade,
    ...(ranking === "all" ? { final, rank: rank.rank } : { final: null, rank: null }),
  }));
}

async function publishedOf(scope: CountyScope, running: RunningCycle, said: Said) {
  if (!hasBegun("published", running.stage)) return null;
  const kept = await resultOf(scope, running.year);
  const publication = await publicationOf(scope, running.year);
  if (kept === null || publication === null) return null;
  const { meetingOn, meetingNumber } = kept.decision;
  return {
    results: kept.results,
    told: {
      ...{ on: publication.on, ranking: publication.ranking, meetingOn, meetingNumber, hash: kept.hash },
      others: othersTold(said, kept.results, publication.ranking),
    },
    awards: publication.awards,
  };
}

/** Each indicator as the system reckoned it, with what the township said of it. */
const indicatorsTold = (
  said: Said,
  frozen: Said["basis"]["townships"][number],
  notes: readonly NoteShown[],
) =>
  said.items.flatMap(({ kind, code, name, most, manual }) => {
    if (kind !== "indicator") return [];
    const score = frozen.scores.find((one) => one.code === code);
    const note = notes.find(({ indicator }) => indicator === code) ?? null;
    return [
      { code, name, most, manual, system: score?.points ?? null, sentence: score?.sentence ?? "", note },
    ];
  });

/** Where a township's self-assessment stands; what the county wrote when it opened it again. */
function selfTold(running: RunningCycle, said: Said, townshipId: string) {
  const kept = said.selves.get(townshipId);
  const self = kept ?? nothingSaid;
  return {
    ...{ said: selfSaid(running, self), reason: kept?.reason ?? null },
    refusal: refusalOf(maySay(running, self)),
  };
}

async function wordsOf(scope: PositionScope, running: RunningCycle, { items }: Said) {
  const cycleId = running.kept?.id ?? null;
  if (cycleId === null) return { notes: [], appeals: [] };
  const townshipId = scope.ownTownshipId;
  const appeals = await appealsOf(scope, { cycleId, townshipId });
  const around = { items, due: appealsDue(running), ...(await aroundAppeals(scope, appeals)) };
  return {
    notes: await notesWithFiles(scope, cycleId, townshipId),
    appeals: appeals.map((appeal) => appealTold(appeal, around)),
  };
}

/** A township's part in a year's cycle: its self-assessment, what it is told, its appeals, the published result. */
export async function own(scope: PositionScope, { year }: OwnInput) {
  const { countyId, ownTownshipId: townshipId } = scope;
  const today = dayOf(scope.now);
  const years = await yearsOf(scope.tx, { countyId, townshipId, today });
  const running = await cycleOf(scope, year);
  const said = running === null ? null : await saidOf(scope, running);
  const frozen = said?.basis.townships.find(({ id }) => id === townshipId);
  if (running === null || said === null || frozen === undefined) return { year, today, years, own: null };
  const { notes, appeals } = await wordsOf(scope, running, said);
  const published = await publishedOf(scope, running, said);
  const result = published?.results.find(({ code }) => code === frozen.code);
  const told = hasBegun("preliminary", running.stage);
  return {
    ...{ year, today, years },
    own: {
      ...{ stage: running.stage, until: running.until, line: lineOf(running) },
      self: selfTold(running, said, townshipId),
      indicators: indicatorsTold(said, frozen, notes),
      standing: told ? ownStanding(running, said, frozen.code, result) : null,
      appeal: { refusal: refusalOf(mayAppeal({ ...running, until: running.plan.appeal.until })) },
      appeals,
      published: published?.told ?? null,
      awards: (published?.awards ?? []).filter(({ code }) => code === frozen.code).map(({ name }) => name),
    },
  };
}
export type OwnShown = Awaited<ReturnType<typeof own>>;

/** The records behind one of a township's indicators: evidence to point at, or a single one to appeal against. */
export async function records(scope: PositionScope, { year, indicator }: RecordsInput) {
  const { countyId, ownTownshipId: townshipId, tx } = scope;
  const scheme = (await snapshotOf(scope, year))?.terms.scheme;
  if (scheme === undefined) return [];
  const refs = await recordsBehind(scope, { townshipId, year, indicator, scheme });
  const titles = await titlesOf(
    tx,
    countyId,
    refs.map((ref) => ({ townshipId, ...ref })),
  );
  return refs.flatMap(({ type, id }) => {
    const title = titles.get(id);
    return title === undefined ? [] : [{ type, id, title }];
  });
}
