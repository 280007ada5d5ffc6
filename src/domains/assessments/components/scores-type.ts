import type { SchemeHead, ScoreSheet } from "../data/scores";

export type County = SchemeHead & { townships: readonly ScoreSheet[] };
