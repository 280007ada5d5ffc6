import { z } from "zod";
import { metricCodes } from "@/lib/metric-codes";
import { id, inCounty, inTownship, page, year } from "@/server/trpc/inputs";

/** Whom a league is of. */
const subject = z.enum(["group", "unit"]);
const league = { year, subject } as const;
const evidence = { ...league, id, metric: z.enum(metricCodes), page } as const;

export const leagueInput = inCounty(league);
export const ownLeagueInput = inTownship(league);
export const evidenceInput = inCounty(evidence);
export const ownEvidenceInput = inTownship(evidence);

export type LeagueInput = z.output<typeof leagueInput>;
export type OwnLeagueInput = z.output<typeof ownLeagueInput>;
export type EvidenceInput = z.output<typeof evidenceInput>;
export type OwnEvidenceInput = z.output<typeof ownEvidenceInput>;
