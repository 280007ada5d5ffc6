import "server-only";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope } from "@/server/db/scope";
import {
  type Exported,
  exportedBeside,
  exportedColumns,
  exportedPage,
  type RecordsAsked,
} from "@/server/records/exported";
import type {
  Outcome,
  RatingWord,
  SuggestionCategory,
  SuggestionKind,
  SuggestionOrigin,
  SuggestionState,
} from "../rules/states";
import { leadUnitOf } from "./unit-names";

const s = Prisma.sql`s`;

export type ExportedSuggestion = Exported & {
  year: number;
  number: number;
  kind: SuggestionKind;
  title: string;
  category: SuggestionCategory;
  origin: SuggestionOrigin;
  receivedOn: Day;
  leadUnit: string | null;
  state: Exclude<SuggestionState, "draft">;
  replyDueOn: Day | null;
  firstRepliedOn: Day | null;
  rating: RatingWord | null;
  outcome: Outcome | null;
  closedOn: Day | null;
};

/** One that was returned has left the register; what the township makes of it until it is handed in again is its own. */
const returned = Prisma.sql`s.state = 'returned'`;

/** The county's suggestions for its other systems: what stands in a register, or stood there, without a deputy's name or a word of the content [PIPL]. */
export const exportedSuggestions = ({ tx }: CountyScope, asked: RecordsAsked) => tx.$queryRaw<
  ExportedSuggestion[]
>`
  SELECT ${exportedColumns(s, returned)}, s.year, s.number, s.kind, CASE WHEN ${returned} THEN '' ELSE s.title END AS title, s.category, s.origin,
    s.received_on::text AS "receivedOn", (SELECT name FROM ${leadUnitOf(s)} h) AS "leadUnit", s.state,
    s.reply_due_on::text AS "replyDueOn", s.first_replied_on::text AS "firstRepliedOn",
    (SELECT r.rating FROM rating r WHERE r.county_id = s.county_id AND r.township_id = s.township_id AND r.suggestion_id = s.id
      ORDER BY r.attempt DESC, r.entered_at DESC LIMIT 1) AS rating,
    s.outcome, s.closed_on::text AS "closedOn"
  FROM suggestion s ${exportedBeside(s)}
  WHERE s.state <> 'draft' AND ${exportedPage(s, asked)}`;
