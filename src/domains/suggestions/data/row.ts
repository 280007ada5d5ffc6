import "server-only";
import { deputyOf, nameOfDeputy } from "@/domains/deputies/data/in-office";
import { sessionOf } from "@/domains/sessions/data/names";
import { lawChoiceOfRow } from "@/domains/tenancy/data";
import type { LawChoice } from "@/domains/tenancy/rules/law";
import type { Day } from "@/lib/dates";
import { Prisma, type Suggestion } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";
import { told, type Told } from "@/server/db/told";
import type { ConfirmMethod, ConsultationMethod, RatingMethod, RatingWord } from "../rules/states";
import { unitOf } from "./unit-names";

const { sql } = Prisma;

export type SignerLine = {
  deputyId: string;
  role: "lead" | "cosigner";
  name: string;
  pinyin: string;
  initials: string;
};
export type UnitLine = {
  id: string;
  unitId: string;
  name: string;
  role: "lead" | "co";
  leader: string | null;
  caseOfficer: string | null;
  returnReason: string | null;
  returnRequestedOn: Day | null;
  endedOn: Day | null;
};
export type ConsultationLine = {
  id: string;
  round: number;
  attempt: number;
  heldOn: Day;
  method: ConsultationMethod;
  place: string | null;
  note: string | null;
  unitPerson: string | null;
  confirmedOn: Day | null;
  confirmMethod: ConfirmMethod | null;
  confirmedBy: string | null;
};
export type ReplyLine = {
  id: string;
  attempt: number;
  repliedOn: Day;
  dueOn: Day | null;
  /** null where nothing says by when it was due */
  inTime: boolean | null;
  documentNumber: string | null;
  content: string;
  signedBy: string | null;
  writtenToSigners: number;
};
export type RatingLine = {
  id: string;
  attempt: number;
  phase: string;
  rating: RatingWord;
  ratedOn: Day | null;
  method: RatingMethod | null;
  deputy: string | null;
  witness: string | null;
  comment: string | null;
  validReason: boolean | null;
  validReasonNote: string | null;
};
export type DeferralLine = {
  id: string;
  requestedOn: Day;
  reason: string;
  measures: string;
  newDueOn: Day;
  decidedOn: Day | null;
  approved: boolean | null;
  decisionNote: string | null;
};
export type PromiseLine = {
  id: string;
  content: string;
  dueOn: Day;
  fulfilledOn: Day | null;
  fulfilNote: string | null;
  verifiedOn: Day | null;
  verifiedBy: string | null;
};

/** All that hangs on a suggestion, with the names people read. */
export type Lines = {
  signers: SignerLine[];
  units: UnitLine[];
  consultations: ConsultationLine[];
  replies: ReplyLine[];
  ratings: RatingLine[];
  deferrals: DeferralLine[];
  promises: PromiseLine[];
};

type Stored = Told<Omit<Suggestion, "enteredBy" | "editedBy" | "voidedBy">>;
type Session = { number: number; startsOn: Day; endsOn: Day | null };
/** A suggestion as it is stored, with its session. */
export type SuggestionRow = Stored & { session: Session | null };
/** The suggestion, its lines, and the law its county goes by. */
export type Read = { row: SuggestionRow; lines: Lines; law: LawChoice };

/** The rows of a line's table that belong to suggestion `s`, one JSON array. */
const each = (columns: Prisma.Sql, from: Prisma.Sql, order: Prisma.Sql): Prisma.Sql => sql`(
  SELECT coalesce(json_agg(line), '[]'::json) FROM (SELECT ${columns} FROM ${from}
    WHERE x.county_id = s.county_id AND x.township_id = s.township_id AND x.suggestion_id = s.id ORDER BY ${order}) line)`;

const x = sql`x`;
const byId = sql`x.id`;

const lines: Record<keyof Lines, Prisma.Sql> = {
  signers: each(
    sql`x.deputy_id AS "deputyId", x.role, d.name, d.pinyin, d.initials`,
    sql`suggestion_signer x JOIN ${deputyOf(x)}`,
    sql`x.ordinal`,
  ),
  units: each(
    sql`x.id, x.unit_id AS "unitId", h.name, x.role, x.leader, x.case_officer AS "caseOfficer", x.return_reason AS "returnReason",
      x.return_requested_on AS "returnRequestedOn", x.ended_on AS "endedOn"`,
    sql`suggestion_unit x JOIN ${unitOf(x)}`,
    byId,
  ),
  consultations: each(
    sql`x.id, x.round, x.attempt, x.held_on AS "heldOn", x.method, x.place, x.note, x.unit_person AS "unitPerson",
      x.confirmed_on AS "confirmedOn", x.confirm_method AS "confirmMethod", ${nameOfDeputy(x, sql`confirmed_by_deputy_id`)} AS "confirmedBy"`,
    sql`consultation x`,
    byId,
  ),
  replies: each(
    sql`x.id, x.attempt, x.replied_on AS "repliedOn", x.due_on AS "dueOn", x.replied_on <= x.due_on AS "inTime",
      x.document_number AS "documentNumber", x.content, x.signed_by AS "signedBy", x.written_to_signers AS "writtenToSigners"`,
    sql`reply x`,
    sql`x.attempt`,
  ),
  ratings: each(
    sql`x.id, x.attempt, x.phase, x.rating, x.rated_on AS "ratedOn", x.method, ${nameOfDeputy(x, sql`deputy_id`)} AS deputy,
      ${nameOfDeputy(x, sql`witness_deputy_id`)} AS witness, x.comment, x.valid_reason AS "validReason", x.valid_reason_note AS "validReasonNote"`,
    sql`rating x`,
    byId,
  ),
  deferrals: each(
    sql`x.id, x.requested_on AS "requestedOn", x.reason, x.measures, x.new_due_on AS "newDueOn", x.decided_on AS "decidedOn",
      x.approved, x.decision_note AS "decisionNote"`,
    sql`deferral x`,
    byId,
  ),
  promises: each(
    sql`x.id, x.content, x.due_on AS "dueOn", x.fulfilled_on AS "fulfilledOn", x.fulfil_note AS "fulfilNote",
      x.verified_on AS "verifiedOn", ${nameOfDeputy(x, sql`verified_by_deputy_id`)} AS "verifiedBy"`,
    sql`promise x`,
    byId,
  ),
};

const allLines = Prisma.join(Object.entries(lines).map(([name, one]) => sql`${name}::text, ${one}`));

type Found<More> = More & { facts: object; session: Session | null; lines: Lines; law: LawChoice };

/**
 * One suggestion with all that hangs on it, voided or not, in one statement; null for an unknown or foreign id.
 * @param more further columns of suggestion `s`
 */
export async function readSuggestion<More extends object = object>(
  { tx, countyId, townshipId }: Pick<TownshipReader, "tx" | "countyId" | "townshipId">,
  id: string,
  more: Prisma.Sql = Prisma.empty,
): Promise<(Read & { more: Omit<Found<More>, keyof Found<object>> }) | null> {
  const [found] = await tx.$often<Found<More>[]>`
    SELECT row_to_json(s) AS facts, CASE WHEN x.id IS NOT NULL
        THEN json_build_object('number', x.number, 'startsOn', x.starts_on, 'endsOn', x.ends_on) END AS session,
      json_build_object(${allLines}) AS lines, ${lawChoiceOfRow(sql`s`)} AS law ${more}
    FROM suggestion s LEFT JOIN ${sessionOf(sql`s`)}
    WHERE s.county_id = ${countyId}::uuid AND s.township_id = ${townshipId}::uuid AND s.id = ${id}::uuid`;
  if (found === undefined) return null;
  const { facts, session, lines: hanging, law, ...others } = found;
  return { row: { ...told<Stored>(facts), session }, lines: hanging, law, more: others };
}
