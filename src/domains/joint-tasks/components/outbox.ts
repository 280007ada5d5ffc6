import type { Day } from "@/lib/dates";
import type { Seen } from "../rules/answers";

/** What another member had filled in since the point was read. */
export type There = Seen & {
  byName: string;
  version: number;
  finding: { id: string; number: number } | null;
};

export type Typed = Omit<Seen, "answer"> & { answer: Seen["answer"] | null };

/**
 * What was typed at a point and is not yet kept by the server.
 * @property version of the answer that was read when typing began
 * @property key of the one sending, by which it has one effect; null while it is still typed
 */
export type Entry = {
  code: string;
  unit: string | null;
  typed: Typed;
  version: number | null;
  seenOn: Day;
  key: string | null;
  there?: There;
  refused?: string;
};
export type Outbox = Readonly<Record<string, Entry>>;

export const placeOf = ({ code, unit }: { code: string; unit: string | null }): string =>
  `${code}|${unit ?? ""}`;

export const withEntry = (box: Outbox, entry: Entry): Outbox => ({ ...box, [placeOf(entry)]: entry });

export const without = (box: Outbox, place: string): Outbox =>
  Object.fromEntries(Object.entries(box).filter(([key]) => key !== place));

/** Whether it waits for the network: what the server refused, or asks about, waits for a person. */
export const isUnsent = (entry: Entry | undefined): boolean =>
  entry !== undefined && entry.key !== null && entry.there === undefined && entry.refused === undefined;

export const unsentIn = (box: Outbox): Entry[] => Object.values(box).filter(isUnsent);

type Told = { state: "saved" } | { state: "differs"; there: There } | { state: "refused"; message: string };

/** What the server said of a sending; what was typed again meanwhile stays as it is. */
export function afterSending(box: Outbox, sent: Entry, told: Told): Outbox {
  const place = placeOf(sent);
  const now = box[place];
  if (now?.key !== sent.key) return box;
  if (told.state === "saved") return without(box, place);
  return withEntry(
    box,
    told.state === "differs" ? { ...now, there: told.there } : { ...now, key: null, refused: told.message },
  );
}

/** Typed further: a sending, a refusal and another's answer were of what stood there before. */
export const typedOn = ({ code, unit, version, seenOn }: Omit<Entry, "typed">, typed: Typed): Entry => ({
  ...{ code, unit, version, seenOn },
  key: null,
  typed,
});

/** The later one's own answer in place of the one that was there, as a sending of its own. */
export const chosenMine = ({ there, ...entry }: Entry, key: string): Entry => ({
  ...entry,
  version: there?.version ?? entry.version,
  key,
});
