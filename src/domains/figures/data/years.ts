import "server-only";
import type { Tx } from "@/server/db/tx";
import { yearsWithRecords } from "@/server/evidence/years";
import { dated } from "../evidence";

/** The years that hold any record of a county or township, newest first. */
export const yearsOf = (tx: Tx, whose: Parameters<typeof yearsWithRecords>[1]): Promise<number[]> =>
  yearsWithRecords(tx, whose, dated);
