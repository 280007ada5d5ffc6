import { daysBetween, type Day, isDay } from "@/lib/dates";
import { maskedPhones } from "@/lib/phone";
import { codeLabel, fieldLabel, listLabel } from "./labels";

/** A field before and after a change, in the words of the screens. */
export type Change = { label: string; before: string; after: string };

/** Names of the records that details speak of by their ids. */
export type Names = ReadonlyMap<string, string>;

type Told = { recordType: string; action: string; detail: unknown };
type Facts = Record<string, unknown>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const instant = /^(\d{4}-\d{2}-\d{2})T[\d:.]+Z$/;
const nothing = "未填";
/** The history is read at a glance; the record itself holds the whole text. */
const longest = 120;

const isFacts = (value: unknown): value is Facts =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const partsOf = (detail: unknown): Facts => (isFacts(detail) ? detail : {});

class Wording {
  private readonly recordType: string;
  private readonly names: Names;

  constructor(recordType: string, names: Names) {
    this.recordType = recordType;
    this.names = names;
  }

  private text(field: string, text: string): string {
    if (uuid.test(text)) return this.names.get(text) ?? "已不在册或无权查看";
    const day = instant.exec(text)?.[1];
    if (day !== undefined && isDay(day)) return day;
    const word = codeLabel(this.recordType, field, text);
    if (word !== null) return word;
    return /phone/i.test(field) ? maskedPhones(text) : text;
  }

  /** One line of a list: who or what, and what was marked of it. */
  private line(value: Facts): string {
    const who = value["name"] ?? value["title"] ?? value["deputyId"] ?? value["memberId"] ?? "";
    const marks = ["status", "leaveReason", "role", "inFavour"]
      .map((field) =>
        value[field] === null || value[field] === undefined ? "" : this.value(field, value[field]),
      )
      .filter((words) => words !== "");
    return [this.value("name", who), ...marks].join(" ");
  }

  value(field: string, value: unknown): string {
    if (value === null || value === undefined || value === "") return nothing;
    if (typeof value === "boolean")
      return codeLabel(this.recordType, field, String(value)) ?? (value ? "是" : "否");
    if (typeof value === "number") return String(value);
    if (typeof value === "string") return this.text(field, value);
    if (Array.isArray(value)) {
      return value.length === 0 ? "无" : value.map((one) => this.value(field, one)).join("、");
    }
    return isFacts(value) ? this.line(value) : "";
  }
}

/** Of two long texts, the part where they begin to differ: alike beginnings would tell of no change at all. */
function shortened(was: string, is: string): [before: string, after: string] {
  let from = 0;
  while (from < was.length && was[from] === is[from]) from += 1;
  const start = Math.max(was.length, is.length) > longest ? Math.max(0, from - longest / 4) : 0;
  const short = (text: string): string =>
    `${start > 0 ? "…" : ""}${text.slice(start, start + longest)}${text.length > start + longest ? "…" : ""}`;
  return [short(was), short(is)];
}

/** What a change changed: every field that both sides name and that reads otherwise afterwards. */
export function changesOf({ recordType, action, detail }: Told, names: Names): Change[] {
  const { before, after } = partsOf(detail);
  const wording = new Wording(recordType, names);
  const pair = (field: string, label: string, from: unknown, to: unknown): Change[] => {
    const [was, is] = [wording.value(field, from), wording.value(field, to)];
    if (was === is) return [];
    const [before, after] = shortened(was, is);
    return [{ label, before, after }];
  };
  if (Array.isArray(before) && Array.isArray(after))
    return pair("", listLabel(recordType, action), before, after);
  if (!isFacts(before) || !isFacts(after)) return [];
  return Object.keys(after).flatMap((field) => {
    const label = fieldLabel(recordType, field);
    return label === null || !(field in before) ? [] : pair(field, label, before[field], after[field]);
  });
}

type Beside = { article: string | null; body: string | null };

/** The law article and the sentences a command wrote beside its summary. */
export function wordsOf(detail: unknown): Beside {
  const { article, body } = partsOf(detail);
  return {
    article: typeof article === "string" ? article : null,
    body: typeof body === "string" ? body : null,
  };
}

/** When it was entered: as the database wrote, save in the demo, whose years are loaded in one go. */
export function enteredAt(at: Date, detail: unknown): Date {
  const { enteredAt: meant } = partsOf(detail);
  return typeof meant === "string" ? new Date(meant) : at;
}

/** An edit or a striking out is an act of the day it was entered, not of the day the record tells of. */
export const happenedOn = (action: string, occurredOn: Day | null): Day | null =>
  /\.(edit|void|remove|setAgenda)/.test(action) ? null : occurredOn;

/** Days after which a record counts as entered late. */
const inTime = 10;

/** How many days late something was entered; null when in time or when it has no day of its own. */
export function lateBy(day: Day | null, enteredOn: Day): number | null {
  const days = day === null ? 0 : daysBetween(day, enteredOn);
  return days > inTime ? days : null;
}
