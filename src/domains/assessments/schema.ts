import { z } from "zod";
import { pagedTypes } from "@/domains/registry";
import { schemeDefinition } from "@/domains/figures/schema";
import {
  countyChange,
  countyImportRows,
  day,
  id,
  inCounty,
  inTownship,
  lines,
  optionalId,
  optionalText,
  townshipChange,
  townshipCode,
  version,
  year,
} from "@/server/trpc/inputs";

export const scoresInput = inCounty({ year });
export const ownScoreInput = inTownship({ year });
export const townshipScoreInput = inCounty({ township: townshipCode, year });
export const recordMovesInput = inTownship({ recordType: z.enum(pagedTypes), id });
export const adoptSchemeInput = countyChange({ year });

export const schemesInput = inCounty({});
export const schemeInput = inCounty({ id });
export const valuesInput = inCounty({ year });
export const ownSchemeInput = inTownship({ year });

/** @property from the version to begin with; the default scheme where none is named */
export const startSchemeInput = countyChange({ year, from: optionalId });
export const saveSchemeInput = countyChange({ id, version, scheme: schemeDefinition });
/** Whole schemes are some 20,000 characters. */
export const readSchemeInput = countyChange({ year, file: lines(90_000, "方案文件") });
export const importSchemeInput = countyImportRows;
export const consultInput = countyChange({ id, version, until: day("征求意见截止日") });
export const withdrawSchemeInput = countyChange({ id, version });
export const publishSchemeInput = countyChange({
  id,
  version,
  decisionNumber: optionalText(60, "决定文号"),
  decisionReason: optionalText(200, "原因"),
});
/** On whatever version of the year is in consultation: there is one at most. */
export const commentInput = townshipChange({ year, said: lines(1_000, "意见") });
export const answerCommentInput = countyChange({ id, answer: lines(1_000, "答复") });

export type ScoresInput = z.output<typeof scoresInput>;
export type OwnScoreInput = z.output<typeof ownScoreInput>;
export type AdoptSchemeInput = z.output<typeof adoptSchemeInput>;
export type SchemeInput = z.output<typeof schemeInput>;
export type ValuesInput = z.output<typeof valuesInput>;
export type OwnSchemeInput = z.output<typeof ownSchemeInput>;
export type StartSchemeInput = z.output<typeof startSchemeInput>;
export type SaveSchemeInput = z.output<typeof saveSchemeInput>;
export type ReadSchemeInput = z.output<typeof readSchemeInput>;
export type ImportSchemeInput = z.output<typeof importSchemeInput>;
export type ConsultInput = z.output<typeof consultInput>;
export type WithdrawSchemeInput = z.output<typeof withdrawSchemeInput>;
export type PublishSchemeInput = z.output<typeof publishSchemeInput>;
export type CommentInput = z.output<typeof commentInput>;
export type AnswerCommentInput = z.output<typeof answerCommentInput>;
export type TownshipScoreInput = z.output<typeof townshipScoreInput>;
export type RecordMovesInput = z.output<typeof recordMovesInput>;
