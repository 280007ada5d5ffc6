import { faceOf } from "@/domains/registry";
import { type Day, dayInText } from "@/lib/dates";
import type { Raised, RecordRef } from "./raised";

/** Records of one kind, all of one day, that name exactly the same people. */
export type Batch = { townshipId: string; day: Day; type: string; people: number; ids: string[] };
/** What one deputy took part in on one day. */
export type Crowd = { townshipId: string; day: Day; deputyId: string; records: RecordRef[] };

export const batches = (found: readonly Batch[]): Raised[] =>
  found.map(({ townshipId, day, type, people, ids }) => {
    const face = faceOf(type);
    return {
      ...{ signal: "sameDay", townshipId, subject: `${day} ${ids[0] ?? ""}`, day, beside: null },
      records: ids.map((id) => ({ type, id })),
      text: `${dayInText(day)}一天有 ${ids.length} ${face?.unit ?? "条"}${face?.name ?? "记录"}，参加的 ${people} 名代表完全相同`,
    };
  });

/** A day on which several of one kind were registered, whoever took part: one outing told as many. */
export type Outing = { townshipId: string; day: Day; type: string; ids: string[] };

/** What was registered together by the same people is told of already. */
export const outings = (found: readonly Outing[], told: readonly Batch[]): Raised[] =>
  found.flatMap(({ townshipId, day, type, ids }) => {
    const known = told.some(
      (one) => one.townshipId === townshipId && one.day === day && ids.every((id) => one.ids.includes(id)),
    );
    if (known) return [];
    const face = faceOf(type);
    return {
      ...{ signal: "sameDay" as const, townshipId, subject: `${day} ${type}`, day, beside: null },
      records: ids.map((id) => ({ type, id })),
      text: `${dayInText(day)}一天登记了 ${ids.length} ${face?.unit ?? "条"}${face?.name ?? "记录"}，可能是一次外出分开登记`,
    };
  });

export const crowds = (found: readonly Crowd[]): Raised[] =>
  found.map(({ townshipId, day, deputyId, records }) => ({
    ...{ signal: "sameDay", townshipId, subject: `${day} ${deputyId}`, day, beside: null },
    records: [{ type: "deputy", id: deputyId }, ...records],
    text: `${dayInText(day)}一天，同一名代表参加了 ${records.length} 项活动`,
  }));
