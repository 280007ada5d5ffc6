import "server-only";
import { reception } from "@/domains/contact/record";
import { mandatesEnded as endedMandates } from "@/domains/deputies/data/in-office";
import { deputyVisit } from "@/domains/duty/record";
import { enteredSteps, firstEntries } from "@/domains/figures/data/steps";
import { allUses } from "@/domains/practices/data/uses-of";
import { presidiumTurnouts } from "@/domains/presidium/data/turnouts";
import { sumByQuarter } from "@/domains/records/data/texts";
import { sessionTurnouts } from "@/domains/sessions/data/turnouts";
import { enteredRatings, untouchedSuggestions } from "@/domains/suggestions/data/conduct";
import { findingsByActivity } from "@/domains/supervision/data/reports";
import { activity } from "@/domains/supervision/record";
import type { AnyKind } from "@/lib/records/kind";
import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/tx";
import { changesIn, sittingsIn as sittingActs } from "@/server/evidence/acts";
import type { Period } from "@/server/evidence/period";
import {
  attendanceChanged,
  type Changed,
  editedLater,
  firstDays,
  type Sitting,
  sittingsIn,
} from "../rules/acts";
import { copiedTexts, copiesAmong } from "../rules/copied";
import { asFirstTold, backdatedSteps, burstsIn, lateEntries, struckLater } from "../rules/entered";
import {
  type Ended,
  mandatesEnded,
  neverBegun,
  type OfficeRating,
  ratedByOffice,
  type Waiting,
} from "../rules/matters";
import type { Raised } from "../rules/raised";
import { tradedPractices } from "../rules/traded";
import { beforeSessionDays, sittingApart, sittingSeconds, sittingSteps } from "../rules/signals";
import {
  allSatisfied,
  fullAttendance,
  nothingFound,
  type QuarterSum,
  sameEachQuarter,
  type Tally,
  type Visit,
} from "../rules/uniform";

import { sameDays } from "./same-day";
import { namesIn, textsIn } from "./texts";

/** What the records of a county's year say of one or several signals, by its rules. */
type Source = (tx: Tx, period: Period) => Promise<Raised[]>;

type Act = Omit<Changed, "day" | "enteredOn" | "rollEnteredOn">;

const entered: Source = async (tx, period) => {
  const acts = await tx.$queryRaw<Act[]>`
    SELECT township_id AS "townshipId", record_type AS "recordType", record_id AS "recordId", action, changed_on::text AS "changedOn",
      before, after FROM ${changesIn(period)} acts ORDER BY seq`;
  const steps = await enteredSteps(
    tx,
    period,
    acts.map(({ recordId }) => recordId),
  );
  const told = firstDays(acts);
  const first = await firstEntries(
    tx,
    period.countyId,
    steps.filter(({ struck, recordId }) => struck || told.has(recordId)),
  );
  const known = steps.map((step) => {
    const { enteredOn = step.enteredOn, struckOn = null } = first.get(step.recordId) ?? {};
    return asFirstTold({ ...step, struckOn }, told.get(step.recordId) ?? step.day, enteredOn);
  });
  const standing = known.filter(({ struck }) => !struck);
  const late = standing.filter((step) => step.late);
  const [own, rolls] = (["registered", "attendance"] as const).map(
    (of) => new Map(standing.flatMap((one) => (one.step === of ? [[one.recordId, one] as const] : []))),
  );
  const changes = acts.flatMap((act): Changed[] => {
    const record = own?.get(act.recordId);
    if (record === undefined) return [];
    const rollEnteredOn = rolls?.get(act.recordId)?.enteredOn ?? null;
    const enteredOn = first.get(act.recordId)?.enteredOn ?? record.enteredOn;
    return [{ ...act, day: record.day, enteredOn, rollEnteredOn }];
  });
  return [
    ...lateEntries(late),
    ...backdatedSteps(late),
    ...burstsIn(late),
    ...editedLater(changes),
    ...attendanceChanged(changes),
    ...struckLater(known.filter(({ struck }) => struck)),
  ];
};

const sittings: Source = async (tx, period) => {
  const atOnce = { steps: sittingSteps, seconds: sittingSeconds, apart: sittingApart };
  return sittingsIn(
    await tx.$queryRaw<Sitting[]>`
    SELECT township_id AS "townshipId", record_type AS "recordType", record_id AS "recordId", to_json(at) #>> '{}' AS at, steps,
      from_on::text AS "from", to_on::text AS "to" FROM ${sittingActs(period, atOnce)} sittings ORDER BY at, record_id`,
  );
};

const mandates: Source = async (tx, period) =>
  mandatesEnded(
    await tx.$queryRaw<Ended[]>`
    SELECT s.township_id AS "townshipId", s.id AS "sessionId", s.starts_on::text AS "startsOn", e.deputy_id AS "deputyId", e.name,
      e.ends_on::text AS "endsOn"
    FROM ${sessionTurnouts(period)} s JOIN ${endedMandates(period.countyId)} e ON e.township_id = s.township_id
      AND s.starts_on - e.ends_on BETWEEN 1 AND ${beforeSessionDays}::int
    ORDER BY s.starts_on, e.ends_on, e.deputy_id`,
  );

const untouched: Source = async (tx, period) =>
  neverBegun(
    await tx.$queryRaw<Waiting[]>`
    SELECT township_id AS "townshipId", id AS "recordId", occurred_on::text AS day, assign_due_on::text AS "assignDueOn",
      assigned_on::text AS "assignedOn" FROM ${untouchedSuggestions(period)} waiting ORDER BY occurred_on, id`,
    period.today,
  );

const ratings: Source = async (tx, { fromYear, ...rest }) => {
  const rated = enteredRatings({ ...rest, fromYear });
  const typed = await tx.$queryRaw<OfficeRating[]>`
    SELECT DISTINCT ON (id) township_id AS "townshipId", id AS "recordId", rated_on::text AS "ratedOn", entered_on::text AS "enteredOn"
    FROM ${rated} ratings WHERE rating = 'satisfied' AND with_reply AND own IS NOT TRUE ORDER BY id, rated_on`;
  const tallies = await tx.$queryRaw<Tally[]>`
    SELECT township_id AS "townshipId", count(*) FILTER (WHERE rating = 'satisfied')::int AS good, count(*)::int AS all
    FROM ${rated} ratings GROUP BY 1`;
  return [...ratedByOffice(typed), ...allSatisfied(tallies, fromYear)];
};

const attendance: Source = async (tx, period) =>
  fullAttendance(
    await tx.$queryRaw<Tally[]>`
    SELECT township_id AS "townshipId", sum(present)::int AS good, sum(expected)::int AS all
    FROM (SELECT township_id, expected, present FROM ${sessionTurnouts(period)} s
      UNION ALL SELECT township_id, expected, present FROM ${presidiumTurnouts(period)} m) meetings
    WHERE expected IS NOT NULL GROUP BY 1`,
    period.fromYear,
  );

/** Numbers that are counted on the day, and would hardly come to the same in each quarter. */
const counted: readonly (readonly [kind: AnyKind, key: string])[] = [
  [reception, "visitors"],
  [activity, "visited"],
  [deputyVisit, "households"],
];

const quarters: Source = async (tx, period) => {
  const sums = counted.map(([kind, key]) => sumByQuarter(kind, key, period));
  const rows = await tx.$queryRaw<Omit<QuarterSum, "name">[]>`
    SELECT township_id AS "townshipId", field, quarter, sum FROM (${Prisma.join(sums, " UNION ALL ")}) sums ORDER BY 1, 2, 3`;
  const names = new Map(
    counted.map(([kind, key]) => [`${kind.type}.${key}`, `${kind.name}的“${kind.fields[key]?.label ?? ""}”`]),
  );
  return sameEachQuarter(
    rows.map((row) => ({ ...row, name: names.get(row.field) ?? "" })),
    period.fromYear,
  );
};

const visits: Source = async (tx, period) =>
  nothingFound(
    await tx.$queryRaw<Visit[]>`
    SELECT township_id AS "townshipId", id AS "recordId", findings FROM ${findingsByActivity(period)} visits ORDER BY id`,
    period.fromYear,
  );

const copies: Source = async (tx, period) => {
  const texts = await textsIn(tx, { ...period, fromYear: period.fromYear - 1 });
  return copiedTexts(copiesAmong(texts, await namesIn(tx, period), period.fromYear));
};

const trades: Source = async (tx, { countyId, fromYear }) =>
  tradedPractices(await allUses({ tx, countyId }), fromYear);

/** Where signals come from, a line each. */
export const sources: readonly Source[] = [
  entered,
  sittings,
  mandates,
  untouched,
  ratings,
  attendance,
  quarters,
  visits,
  copies,
  sameDays,
  trades,
];
