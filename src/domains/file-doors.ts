import "server-only";
import type { FiledType } from "@/domains/registry";
import type { Decision } from "@/lib/decision";
import type { TownshipScope } from "@/server/db/scope";
import { appealDoor, noteDoor } from "./cycles/data/files";
import { practiceDoor } from "./practices/data/door";

/** Whether files may be put to a record or taken from it now; null where there is no such record. */
export type FileDoor = (scope: TownshipScope, id: string) => Promise<Decision | null>;

/** Of other kinds files come and go while the record stands. */
export const fileDoors: Readonly<Partial<Record<FiledType, FileDoor>>> = {
  practice: practiceDoor,
  selfNote: noteDoor,
  assessmentAppeal: appealDoor,
};
