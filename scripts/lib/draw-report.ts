import { drawChecks, fewestDrawn, mostDrawn, seedOf } from "@/domains/figures/rules/spot-draw";
import { type FinalBundle, finalFormat, frozenPart } from "@/domains/figures/rules/final-result";
import type { Bundle } from "@/domains/figures/rules/snapshot";
import { tidyLine } from "@/lib/text";
import { UnreadableBundle } from "./read-bundle";

/** `--seed TEXT` draws again, `--per N` as many as were announced. */
export function drawAsked(args: readonly string[]): { text: string; per: number } | null {
  const after = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  if (!args.includes("--seed")) return null;
  const text = tidyLine(after("--seed") ?? "");
  if (text === "") throw new UnreadableBundle("请在 --seed 后面写明公布的号码，与抽查页上印的一字不差。");
  const per = Number(after("--per") ?? fewestDrawn);
  if (!Number.isInteger(per) || per < fewestDrawn || per > mostDrawn)
    throw new UnreadableBundle(
      `--per 应是 ${fewestDrawn} 到 ${mostDrawn} 的整数，与抽查页上印的每项条数相同。`,
    );
  return { text, per };
}

/** The list of a spot check drawn again from the published file, line by line as the county's page prints it. */
export function drawReport(
  published: Bundle | FinalBundle,
  { text, per }: { text: string; per: number },
): string[] {
  // It was drawn from the frozen year, whatever was decided later.
  const bundle = published.format === finalFormat ? frozenPart(published) : published;
  const seed = seedOf(bundle.hash, text);
  const drawn = drawChecks(bundle, seed, per);
  const names = new Map(bundle.townships.map(({ code, name }) => [code, name]));
  return [
    `抽查：号码“${text}”，每项 ${per} 条，种子 ${seed}，共 ${drawn.length} 条`,
    ...drawn.map(
      ({ township, indicator, recordId, key }) =>
        `${names.get(township) ?? township} ${indicator} ${recordId} ${key}`,
    ),
  ];
}
