import "server-only";
import { unitOf } from "@/domains/suggestions/data/unit-names";
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
import { type ProjectStage, type StageFacts, stageOf } from "../rules/stage";
import { stageFacts } from "./standing";

const p = Prisma.sql`p`;

type Stored = Exported & {
  name: string;
  year: number;
  unit: string | null;
  budget: number | null;
  stageFacts: StageFacts;
};

export type ExportedProject = Omit<Stored, "stageFacts"> &
  Pick<StageFacts, "nominatedOn" | "chosenOn" | "completedOn" | "droppedOn" | "milestones" | "verified"> & {
    stage: ProjectStage;
    solicitedOn: Day;
  };

/** The county's projects of public welfare for its other systems; who proposed one stays in the township [PIPL]. */
export async function exportedProjects({ tx }: CountyScope, asked: RecordsAsked): Promise<ExportedProject[]> {
  const rows = await tx.$queryRaw<Stored[]>`
    SELECT ${exportedColumns(p)}, p.name, p.year, h.name AS unit, p.budget::float8, ${stageFacts(p)} AS "stageFacts"
    FROM project p ${exportedBeside(p)} LEFT JOIN ${unitOf(p)}
    WHERE ${exportedPage(p, asked)}`;
  return rows.map(({ stageFacts: facts, ...row }) => ({
    ...row,
    stage: stageOf(facts),
    solicitedOn: facts.occurredOn,
    ...{ nominatedOn: facts.nominatedOn, chosenOn: facts.chosenOn },
    ...{ completedOn: facts.completedOn, droppedOn: facts.droppedOn },
    ...{ milestones: facts.milestones, verified: facts.verified },
  }));
}
