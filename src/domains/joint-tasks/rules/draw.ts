import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import { byLot } from "@/lib/lots";
import { textDigest } from "@/lib/json-digest";
import type { TaskKind } from "../labels";
import type { TaskState } from "./progress";

/** @property key the lot it was drawn by: the smallest come first */
export type DrawnUnit = { unit: string; key: string };

/** A township's list, by the township's code: a code is what anybody may know it by. */
export type Pool = { township: string; units: readonly string[] };

/**
 * A public number as it is kept and drawn by: its digits and letters alone, in half width. Another number is another draw,
 * another way of writing it is not: nobody can look for the blanks and marks that draw what he likes.
 */
export const drawNumber = (said: string): string =>
  said
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();

/**
 * The task and what is drawn from were fixed before the number was known: whoever knows the three can draw again.
 * @param text the public number, as `drawNumber` writes it
 */
export const seedOfDraw = (taskId: string, units: readonly string[], text: string): string =>
  textDigest(`${taskId}|${[...new Set(units)].sort().join("|")}|${text}`);

/** The units to be inspected in a township: those whose SHA-256(seed|township|unit) is smallest, each once, or all of them. */
export const drawUnits = (
  seed: string,
  { township, units, count }: { township: string; units: readonly string[]; count: number },
): DrawnUnit[] =>
  byLot([...new Set(units)], (unit) => `${seed}|${township}|${unit}`)
    .slice(0, Math.max(0, count))
    .map(({ item: unit, key }) => ({ unit, key }));

/** Every unit of the lists as the seed is made of it: equal names of two townships are two. */
export const listedUnits = (pools: readonly Pool[]): string[] =>
  pools.flatMap(({ township, units }) => units.map((unit) => `${township} ${unit}`));

export type DrawnPool = { township: string; lots: (DrawnUnit & { drawn: boolean })[] };

/** All lists drawn from by one number, each unit with its lot, so that the whole of it can be worked out again. */
export function drawPools(
  taskId: string,
  pools: readonly Pool[],
  { text, per }: { text: string; per: number },
) {
  const seed = seedOfDraw(taskId, listedUnits(pools), text);
  const drawn = pools.map(({ township, units }): DrawnPool => ({
    township,
    lots: drawUnits(seed, { township, units, count: units.length }).map((lot, at) => ({
      ...lot,
      drawn: at < per,
    })),
  }));
  return { seed, drawn };
}

export const drawnIn = ({ lots }: DrawnPool): string[] =>
  lots.flatMap(({ unit, drawn }) => (drawn ? [unit] : []));

type Task = { kind: TaskKind; state: TaskState };
/** The last draw that was announced. @property drawnOn null while its number is awaited */
export type Announced = { number: number; opensOn: Day; drawnOn: Day | null };

export function isDrawnFrom({ kind, state }: Task): Decision {
  if (kind === "rating") return deny("评议没有受检单位，不用抽取。");
  return state === "draft" || state === "issued"
    ? allow
    : deny("任务已经汇总、办结或撤回，不能再抽取受检单位。");
}

type Said = { pools: readonly Pool[]; per: number; opensOn: Day; reason: string | null };

/** @param begun names of townships that have carried their part out @param nameOf a township by its code */
export function mayAnnounceDraw(
  task: Task,
  { pools, per, opensOn, reason }: Said,
  known: { last: Announced | null; today: Day; begun: readonly string[] },
): Decision {
  const { last, today, begun } = known;
  const drawnOn = last?.drawnOn ?? null;
  const before = drawnOn === null ? "公布过抽取办法" : `于 ${drawnOn} 抽取过`;
  return firstDenial(
    isDrawnFrom(task),
    begun.length === 0
      ? allow
      : about("pools", deny(`${begun.join("、")}已经开展，不能再抽，请从名单里去掉。`)),
    pools.some(({ units }) => new Set(units).size > per)
      ? allow
      : about("pools", deny(`各乡镇名单都不超过 ${per} 家，全部检查就是，不用抽取。`)),
    opensOn > today
      ? allow
      : about("opensOn", deny("号码产生的日期应在今天以后：要先公布用哪个号码，再等它产生，谁都不能挑。")),
    last === null || reason !== null
      ? allow
      : about("reason", deny(`这项任务已${before}，重抽要写明理由；上一次的名单和结果会保留。`)),
  );
}

export const isDrawNumber = (text: string): Decision =>
  /\p{N}/u.test(text) ? allow : about("text", deny("号码里没有数字，请照公布的结果填写。"));

export function mayDrawNow(task: Task, last: Announced | null, today: Day): Decision {
  if (last === null) return deny("还没有公布用哪个号码。请先定名单、公布抽取办法，等号码产生后再抽取。");
  if (last.drawnOn !== null)
    return deny(`已于 ${last.drawnOn} 抽取，不能再抽；确需重抽的，请重新公布并写明理由。`);
  return today < last.opensOn
    ? deny(`公布的号码到 ${last.opensOn} 才产生，那天起才能抽取。`)
    : isDrawnFrom(task);
}
