import type { Day } from "@/lib/dates";
import type { SessionRecord } from "../data/views";
import type { SessionKind } from "../labels";

/** A session as its form holds it: duration in hours, because nobody counts a congress in minutes. */
export type SessionValues = {
  termId: string;
  number: number;
  kind: SessionKind;
  startsOn: Day;
  endsOn?: Day | null;
  hours?: number | null;
  noticeSentOn?: Day | null;
  documentsSentOn?: Day | null;
  convenedBy?: string | null;
  place?: string | null;
  summary?: string | null;
  deputiesTotal?: number | null;
  deputiesPresent?: number | null;
};

export function sessionFacts(values: SessionValues) {
  const { hours } = values;
  return {
    termId: values.termId,
    number: values.number,
    kind: values.kind,
    startsOn: values.startsOn,
    endsOn: values.endsOn ?? null,
    minutes: hours === null || hours === undefined ? null : Math.round(hours * 60),
    noticeSentOn: values.noticeSentOn ?? null,
    documentsSentOn: values.documentsSentOn ?? null,
    convenedBy: values.convenedBy ?? null,
    place: values.place ?? null,
    summary: values.summary ?? null,
    deputiesTotal: values.deputiesTotal ?? null,
    deputiesPresent: values.deputiesPresent ?? null,
  };
}

export function valuesOf(session: SessionRecord): SessionValues {
  const { term, minutes, number, kind, startsOn, endsOn, noticeSentOn, documentsSentOn } = session;
  const { convenedBy, place, summary, deputiesTotal, deputiesPresent } = session;
  const dates = { startsOn, endsOn, noticeSentOn, documentsSentOn };
  const texts = { convenedBy, place, summary, deputiesTotal, deputiesPresent };
  return { termId: term.id, number, kind, hours: minutes === null ? null : minutes / 60, ...dates, ...texts };
}
