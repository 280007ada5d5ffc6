import { z } from "zod";
import { pagedTypes } from "@/domains/registry";
import { schemeDefinition, subject } from "@/domains/figures/schema";
import {
  countyChange,
  countyImportRows,
  day,
  id,
  inCounty,
  inTownship,
  lines,
  optionalId,
  optionalLines,
  optionalText,
  townshipChange,
  townshipCode,
  version,
  year,
} from "@/server/trpc/inputs";

/** Whom a scheme assesses; townships where nobody says. */
const ofWhom = subject.default("township");

export const scoresInput = inCounty({ year });
export const ownScoreInput = inTownship({ year });
export const townshipScoreInput = inCounty({ township: townshipCode, year });
export const recordMovesInput = inTownship({ recordType: z.enum(pagedTypes), id });
export const adoptSchemeInput = countyChange({ year });
export const freezeInput = inCounty({ year });
export const ownFreezeInput = inTownship({ year });
export const freezeYearInput = countyChange({ year, note: optionalLines(500, "封存说明") });

export type FreezeInput = z.output<typeof freezeInput>;
export type OwnFreezeInput = z.output<typeof ownFreezeInput>;
export type FreezeYearInput = z.output<typeof freezeYearInput>;
export const schemesInput = inCounty({});
export const schemeInput = inCounty({ id });
export const valuesInput = inCounty({ year, subject: ofWhom });
export const ownSchemeInput = inTownship({ year });

/** @property from the version to begin with; the default scheme for whom it assesses where none is named */
export const startSchemeInput = countyChange({ year, from: optionalId, subject: ofWhom });
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
/** On whatever version of the year is in consultation: there is one at most for whom it assesses. */
export const commentInput = townshipChange({ year, subject: ofWhom, said: lines(1_000, "意见") });
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
