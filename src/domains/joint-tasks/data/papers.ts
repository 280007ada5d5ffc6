import "server-only";
import { countyNamed } from "@/domains/tenancy/data";
import type { Paper } from "@/lib/papers";
import type { CountyScope } from "@/server/db/scope";
import { mergedPaper } from "../papers/merged";
import type { MergedInput } from "../schema";
import { mergedOf } from "./merged";

/** 汇总报告 as it was last saved, with its tables as they stand today. */
export async function exportReport(scope: CountyScope, { id }: MergedInput): Promise<Paper> {
  const { name: county } = await countyNamed(scope);
  return mergedPaper({ county, ...(await mergedOf(scope, id)) });
}
