import "server-only";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope } from "@/server/db/scope";
import { sessionTurnout } from "@/server/db/turnout";
import {
  type Exported,
  exportedBeside,
  exportedColumns,
  exportedPage,
  type RecordsAsked,
} from "@/server/records/exported";
import { sessionName, sessionWithTerm } from "./names";

const s = Prisma.sql`s`;

export type ExportedSession = Exported & {
  name: string;
  kind: string;
  startsOn: Day;
  endsOn: Day | null;
  minutes: number | null;
  place: string | null;
  expected: number | null;
  present: number | null;
};

/** The county's sessions for its other systems, with how many came; not who. */
export const exportedSessions = ({ tx }: CountyScope, asked: RecordsAsked) => tx.$queryRaw<ExportedSession[]>`
  SELECT ${exportedColumns(s)}, ${sessionName} AS name, s.kind, s.starts_on::text AS "startsOn", s.ends_on::text AS "endsOn",
    s.minutes, s.place, turnout.expected::int, turnout.present::int
  FROM ${sessionWithTerm} ${exportedBeside(s)} CROSS JOIN LATERAL ${sessionTurnout(s)} turnout
  WHERE ${exportedPage(s, asked)}`;
