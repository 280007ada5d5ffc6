import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { addDays, type Day, utcOf } from "@/lib/dates";
import type { TownshipScope } from "@/server/db/scope";
import type { DemoTownship } from "./places";
import type { Random } from "./random";

/** A township's office in one transaction of the load. */
export type Desk = { scope: TownshipScope; town: DemoTownship; asOf: Day };

type Keys = { township: string; idempotencyKey: string };

/** Nine in the morning of Shanghai: when the demo's offices write things down. */
export const morning = (day: Day): Date => new Date(utcOf(day).getTime() + 3_600_000);

/**
 * Runs a command of the screens as if it had been sent on `on`: its input goes through the same schema, and the
 * server's clock of the command is that day's, never later than the load's own day.
 */
export function enter<Schema extends z.ZodType<Keys>, Out>(
  { scope, town, asOf }: Desk,
  on: Day,
  command: (scope: TownshipScope, input: z.output<Schema>) => Promise<Out>,
  schema: Schema,
  facts: Omit<z.input<Schema>, keyof Keys>,
): Promise<Out> {
  const input = schema.parse({ ...facts, township: town.code, idempotencyKey: randomUUID() });
  const now = morning(on > asOf ? asOf : on);
  // The audit keeps the time of the load; beside it stands when the demo's office is meant to have written.
  const audit: TownshipScope["audit"] = (entry) =>
    scope.audit({ ...entry, detail: { ...entry.detail, enteredAt: now.toISOString() } });
  return command({ ...scope, now, audit }, input);
}

/** The day a record of `day` is entered: within the week, or weeks later where the office is slack. */
export function enteredOn(desk: Desk, random: Random, day: Day): Day {
  const late = random.chance(desk.town.habits.late);
  return addDays(day, late ? random.between(15, 50) : random.between(0, 6));
}

export const demoNote = "演示数据";
export const lateNote = (day: Day, on: Day): string | null =>
  on > addDays(day, 10) ? "经办人外出，回来后补录" : null;
