import "server-only";
import type { TownshipDecision } from "@/domains/figures/rules/final-result";
import { resultOf } from "@/domains/figures/data/result";
import type { CountyScope } from "@/server/db/scope";
import { kindNames, valueSaid } from "../labels";
import { type Item, type ItemKind, sameItem } from "../rules/items";
import { hasBegun } from "../rules/stages";
import { cycleOf } from "./cycle";
import { decisionsIn, saidOf, systemPoints } from "./standing";

type Said = { kind: ItemKind; code: string; value: number; reason: string };
const linesOf = ({ points, bonuses, deductions, vetoes }: TownshipDecision): Said[] => [
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

/**
 * Where review and appeals would have it otherwise than the system, for the directors' meeting. Nothing before the review is
 * over: until then it is nobody's to know.
 */
export async function proposedChanges(scope: CountyScope, year: number) {
  const running = await cycleOf(scope, year);
  if (running === null || !hasBegun("preliminary", running.stage)) return [];
  const said = await saidOf(scope, running);
  const kept = await resultOf(scope, year);
  const decisions = kept?.decision.townships ?? decisionsIn(said);
  return said.basis.townships.flatMap((township) => {
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
}
