import "server-only";
import { type Case, casesOf } from "@/domains/figures/data/cases";
import { titlesOf } from "@/domains/figures/data/titles";
import { faceOf, recordHref } from "@/domains/registry";
import { type ComparedTownship, townshipsOf } from "@/domains/tenancy/data";
import { dayOf, minuteInText } from "@/lib/dates";
import type { CountyScope } from "@/server/db/scope";
import type { Decision } from "../labels";
import { keyOf, type Raised, type RecordRef } from "../rules/raised";
import type { SignalCode } from "../rules/signals";
import { answersOf, type Answer } from "./answers";
import { signalsOf } from "./signals";

/** A signal with what has been said of it; `gone` when the records show it no more and only the decision is left. */
export type Standing = {
  raised: Raised;
  answer: Answer | null;
  decided: Case | null;
  gone: boolean;
  /** records came to it, or left it, since it was answered */
  moved: boolean;
};

const idsOf = (records: readonly RecordRef[]): string =>
  records
    .map(({ id }) => id)
    .sort()
    .join();

const left = (one: Case): Raised => ({
  ...{ signal: one.signal as SignalCode, townshipId: one.townshipId, subject: one.subject },
  ...{ records: one.records, day: dayOf(one.decidedAt), text: one.text, beside: null },
});

/** A year's signals, each with its answer and decision, and the decisions whose signal is gone. */
export async function standingsOf(scope: CountyScope, year: number): Promise<Standing[]> {
  const raised = await signalsOf(scope, year);
  const answers = new Map((await answersOf(scope, year)).map((one) => [keyOf(one), one]));
  const cases = new Map(
    (await casesOf(scope.tx, scope.countyId, year)).map((one) => [
      keyOf({ ...one, signal: one.signal as SignalCode }),
      one,
    ]),
  );
  const told = (one: Raised, gone: boolean): Standing => {
    const answer = answers.get(keyOf(one)) ?? null;
    const moved = !gone && answer !== null && idsOf(answer.records) !== idsOf(one.records);
    return { raised: one, answer, decided: cases.get(keyOf(one)) ?? null, gone, moved };
  };
  const known = new Set(raised.map(keyOf));
  const gone = [...cases].flatMap(([key, one]) => (known.has(key) ? [] : told(left(one), true)));
  return [...raised.map((one) => told(one, false)), ...gone];
}

/** Records named on a line; a burst has more than anybody reads there. */
const mostNamed = 6;
/** Of what people bring in confidence not even the title is told. */
const untitled = ["petition", "countyPetition", "voterOpinion"];

type Place = Pick<ComparedTownship, "code" | "shortName">;
type Ref = RecordRef & { townshipId: string };

const shownOf = ({ raised }: Standing): Ref[] =>
  raised.records.slice(0, mostNamed).map((one) => ({ ...one, townshipId: raised.townshipId }));

/** Lines as they are read. @param county whether other townships may be named */
export async function linesOf(
  scope: CountyScope,
  year: number,
  standings: readonly Standing[],
  county: boolean,
) {
  const { tx, countyId } = scope;
  const townships = new Map<string, Place>(
    (await townshipsOf(tx, countyId, year)).map((one) => [one.id, one]),
  );
  const beside = ({ raised }: Standing): Ref[] =>
    raised.beside === null || !county
      ? []
      : [{ ...raised.beside.record, townshipId: raised.beside.townshipId }];
  const refs = standings.flatMap((one) => [...shownOf(one), ...beside(one)]);
  const titles = await titlesOf(
    tx,
    countyId,
    refs.filter(({ type }) => !untitled.includes(type)),
  );
  const named = ({ type, id, townshipId }: Ref) => {
    const code = townships.get(townshipId)?.code ?? "";
    const open = type !== "petition" || !county;
    return {
      ...{ id, title: titles.get(id) ?? faceOf(type)?.name ?? "" },
      href: open && code !== "" ? recordHref(code, type, id) : null,
    };
  };
  return standings.map((one) => {
    const { raised, answer, decided, gone, moved } = one;
    const place = townships.get(raised.townshipId);
    return {
      ...{ key: keyOf(raised), signal: raised.signal, subject: raised.subject, day: raised.day },
      ...{ text: raised.text, gone, moved, count: raised.records.length },
      township: { code: place?.code ?? "", name: place?.shortName ?? "" },
      records: shownOf(one).map(named),
      beside: beside(one).map((ref) => ({
        ...named(ref),
        township: townships.get(ref.townshipId)?.shortName ?? "",
      })),
      answer:
        answer === null
          ? null
          : { text: answer.text, by: answer.by, at: minuteInText(answer.at), version: answer.version },
      decided:
        decided === null
          ? null
          : {
              ...{
                decision: decided.decision as Decision,
                reason: decided.reason,
                by: decided.decidedByName,
              },
              ...{
                at: minuteInText(decided.decidedAt),
                version: decided.version,
                deduction: decided.deduction,
              },
            },
    };
  });
}

export type SignalLine = Awaited<ReturnType<typeof linesOf>>[number];
