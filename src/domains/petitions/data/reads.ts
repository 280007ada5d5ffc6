import "server-only";
import { type Beside as Near, livingOf, recordReads, type Stored } from "@/domains/records/data/reads";
import { lawChoiceOfRow } from "@/domains/tenancy/data";
import type { LawChoice } from "@/domains/tenancy/rules/law";
import { type Day, dayOf } from "@/lib/dates";
import { nearDays } from "@/lib/records/alike";
import { maskedPhone } from "@/lib/phone";
import type { FactsOf } from "@/lib/records/kind";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { type PetitionState, satisfactionLabels, stateLabels } from "../labels";
import { petition } from "../record";
import type { HandedWords } from "../rules/handed";
import { dueOnOf, type PetitionDays, stateOf, termsOf } from "../rules/terms";

const { sql } = Prisma;
const r = sql`r`;

/** How many petitions of the same petitioner, or about the same matter, came before `r` [R62]. */
const before = sql`(SELECT count(*)::int FROM petition o WHERE o.county_id = r.county_id AND o.township_id = r.township_id
  AND o.voided_at IS NULL AND (o.occurred_on, o.id) < (r.occurred_on, r.id)
  AND (o.topic = r.topic OR o.petitioner_name = r.petitioner_name
    AND coalesce(o.petitioner_phone, r.petitioner_phone, '') = coalesce(r.petitioner_phone, o.petitioner_phone, '')))`;

/** Those received within a fortnight of one of these: a condition on `r`. */
export const receivedNear: Near<typeof petition> = (all) => sql`EXISTS (
  SELECT FROM unnest(${all.map(({ occurredOn }) => occurredOn)}::date[]) received
  WHERE r.occurred_on BETWEEN received - ${nearDays}::int AND received + ${nearDays}::int)`;

const states: Record<PetitionState, Prisma.Sql> = {
  received: sql`r.assigned_on IS NULL`,
  handling: sql`(r.assigned_on IS NOT NULL AND r.finished_on IS NULL)`,
  finished: sql`(r.finished_on IS NOT NULL AND (r.concluded_on IS NULL OR r.called_on IS NULL))`,
  closed: sql`(r.concluded_on IS NOT NULL AND r.called_on IS NOT NULL)`,
};

/** What a list shows beside the facts. @property earlier how many came before of the same petitioner or matter */
export type PetitionStanding = { state: PetitionState; dueOn: Day | null; earlier: number };
type Raw = Omit<PetitionDays, "occurredOn" | "assignedOn" | "finishedOn"> & {
  satisfied: keyof typeof satisfactionLabels | null;
  earlier: number;
  law: LawChoice;
};

const later = sql`, to_char(r.extended_on, 'YYYY-MM-DD') AS "extendedOn", to_char(r.concluded_on, 'YYYY-MM-DD') AS "concludedOn",
  to_char(r.called_on, 'YYYY-MM-DD') AS "calledOn", to_char(r.reported_on, 'YYYY-MM-DD') AS "reportedOn"`;

type Handed = { number: number; dueOn: Day };
type Beside = { earlier: number; law: LawChoice; handed: Handed | null };

function detailOf(stored: Stored<typeof petition> & Beside, { now }: TownshipReader) {
  const { facts, earlier, law, handed } = stored;
  // The petitioner's number is shown to whoever says why, and never with the record [PIPL].
  const shown: FactsOf<typeof petition> = { ...facts, petitionerPhone: null };
  return {
    ...{ facts: shown, phoneMasked: maskedPhone(facts.petitionerPhone) },
    ...{ earlier, handed, terms: termsOf(facts, law), state: stateOf(facts), dueOn: dueOnOf(facts, law) },
    today: dayOf(now),
  };
}
export type PetitionDetail = ReturnType<typeof detailOf>;

export const petitionReads = recordReads<
  typeof petition,
  PetitionStanding & { satisfied: string | null },
  PetitionDetail,
  Raw
>(petition, {
  list: {
    select: sql`${later}, r.satisfaction AS satisfied, ${before} AS earlier, ${lawChoiceOfRow(r)} AS law`,
    where: {
      state: (code) => states[code as PetitionState],
      repeat: (code) => sql`(${before} > 0) = ${code === "repeated"}::boolean`,
    },
  },
  tell: ({ law, ...row }) => ({ ...row, state: stateOf(row), dueOn: dueOnOf(row, law) }),
  sheet: [
    { column: { header: "环节", width: 14 }, cell: ({ state }) => stateLabels[state] },
    { column: { header: "期限", width: 12, kind: "day" }, cell: ({ dueOn }) => dueOn },
    {
      column: { header: "信访人是否满意", width: 12 },
      cell: ({ satisfaction }) => (satisfaction === null ? null : satisfactionLabels[satisfaction]),
    },
  ],
  detail: {
    select: () => sql`, ${before} AS earlier, ${lawChoiceOfRow(r)} AS law, (
      SELECT json_build_object('number', c.number, 'dueOn', c.due_on) FROM county_petition c
      WHERE c.county_id = r.county_id AND c.township_id = r.township_id AND c.id = r.handed_id) AS handed`,
    tell: detailOf,
  },
});

/** The petitioner's whole number, for whoever has said why. */
export async function phoneOf(scope: TownshipScope, { id }: { id: string }) {
  const { facts } = await livingOf(petition, scope, id);
  return { phone: facts.petitionerPhone };
}

/** What the county wrote in handing it over; null where it did not. */
export async function handedBehind(scope: TownshipScope, id: string): Promise<HandedWords | null> {
  const { handed } = await livingOf<typeof petition, { handed: HandedWords | null }>(
    petition,
    scope,
    id,
    sql`, (SELECT json_build_object('topic', c.topic, 'content', c.content, 'category', c.category, 'handedOn', c.handed_on)
      FROM county_petition c WHERE c.county_id = r.county_id AND c.township_id = r.township_id AND c.id = r.handed_id) AS handed`,
  );
  return handed;
}
