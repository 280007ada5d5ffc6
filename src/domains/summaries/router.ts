import { query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { townshipList } from "@/server/trpc/procedures";
import { exportSummary, summary } from "./data/summary";
import { summaryInput } from "./schema";

const reads = townshipList("summaries:read");

/** The office's summary of half a year or a year, drafted from its records (R16). */
export const summariesRouter = router({
  draft: reads.input(summaryInput).query(query(summary)),
  exportDraft: reads.input(summaryInput).query(query(exportSummary)),
});
