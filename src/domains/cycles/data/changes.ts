import "server-only";
import type { TownshipDecision } from "@/domains/figures/rules/final-result";
import { resultOf } from "@/domains/figures/data/result";
import type { PaperTownship } from "@/domains/figures/papers/year";
import type { CountyScope } from "@/server/db/scope";
import { kindNames, valueSaid } from "../labels";
import { type Item, type ItemKind, sameItem } from "../rules/items";
import { hasBegun } from "../rules/stages";
import { cycleOf } from "./cycle";
import { decisionsIn, type Said, saidOf, standingsSoFar, systemPoints } from "./standing";

type Line = { kind: ItemKind; code: string; value: number; reason: string };
const linesOf = ({ points, bonuses, deductions, vetoes }: TownshipDecision): Line[] => [
  ...points.map(({ code, points: value, reason }) => ({ kind: "indicator" as const, code, value, reason })),
  ...bonuses.map(({ code, cases: value, reason }) => ({ kind: "bonus" as const, code, value, reason })),
  ...deductions.map(({ code, cases: value, reason }) => ({
    kind: "deduction" as const,
    code,
    value,
    reason,
  })),
  ...vetoes.map(({ code, reason }) => ({ kind: "veto" as const, code, value: 1, reason })),
];

const nameOf = ({ kind, code, name }: Item): string =>
  kind === "indicator" ? `${code} ${name}` : `${kindNames[kind]}：${name}`;

const changesIn = (said: Said, decisions: readonly TownshipDecision[]) =>
  said.basis.townships.flatMap((township) => {
    const system = systemPoints(township);
    const decision = decisions.find(({ code }) => code === township.code);
    return (decision === undefined ? [] : linesOf(decision)).flatMap(({ kind, code, value, reason }) => {
      const item = said.items.find((one) => sameItem(one, { kind, code }));
      if (item === undefined) return [];
      const from = kind === "indicator" ? (system.get(code) ?? null) : 0;
      return [
        {
          ...{ township: township.name, matter: nameOf(item), reason },
          ...{ from: valueSaid(kind, from), to: valueSaid(kind, value) },
        },
      ];
    });
  });

/**
 * Where review and appeals would have it otherwise than the system, for the directors' meeting, and what each township would
 * come to with all of it. Nothing before the review is over: until then it is nobody's to know.
 */
export async function proposedFor(scope: CountyScope, year: number) {
  const running = await cycleOf(scope, year);
  if (running === null || !hasBegun("preliminary", running.stage)) return null;
  const said = await saidOf(scope, running);
  const kept = await resultOf(scope, year);
  const decisions = kept?.decision.townships ?? decisionsIn(said);
  const of = new Map(said.basis.townships.map((township) => [township.code, township]));
  const townships = standingsSoFar(said, true).map(({ id, ...standing }): PaperTownship => ({
    ...{ ...standing, name: of.get(id)?.name ?? "", class: of.get(id)?.class ?? null },
  }));
  // Once it is decided the county's year says so by itself.
  return { changes: changesIn(said, decisions), townships: kept === null ? townships : null };
}
