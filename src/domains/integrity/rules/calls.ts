import { toCents } from "@/domains/figures/rules/formulas";
import { keyOf, type Raised } from "./raised";
import { type SignalCode, signalCodes, signalOf } from "./signals";

/** An open signal. @property answered whether the township has explained it */
export type Open = { raised: Raised; answered: boolean };

/** What rests on records now, so many points of which indicators: what they would cost if they were not true. */
export type Rests = { points: number; indicators: readonly string[] };

/**
 * What is at stake. @property takenOff points that cases of a deduction take off a township, were they confirmed
 * @property restsOn of a township's records
 */
export type Stakes = {
  takenOff: (deduction: string, cases: number) => number;
  restsOn: (townshipId: string, recordIds: readonly string[]) => Rests;
};

/** Open signals of one kind in one township: one thing to ask, however many lines it is. */
export type Group = {
  signal: SignalCode;
  townshipId: string;
  signals: number;
  answered: number;
  recordIds: string[];
  /** the line that says most of it */
  first: Raised;
  takenOff: number;
  rests: Rests;
};

/** What is asked about in one call. @property along of the same records: whoever asks for the one has asked for these */
export type Call = Group & { along: Pick<Group, "signal" | "signals">[] };

/** So many an officer can make in a morning, and takes in within a minute. */
export const firstCalls = 10;

const idsOf = (raised: readonly Raised[]): string[] => [
  ...new Set(raised.flatMap(({ records }) => records.map(({ id }) => id))),
];

/** What is at most in it for the township: the points a conclusion would take, and those that the records carry. */
export const weightOf = ({ takenOff, rests }: Pick<Group, "takenOff" | "rests">): number =>
  toCents(takenOff + rests.points);

const inOrder = (one: Group, other: Group): number =>
  weightOf(other) - weightOf(one) ||
  other.recordIds.length - one.recordIds.length ||
  other.signals - one.signals ||
  signalCodes.indexOf(one.signal) - signalCodes.indexOf(other.signal) ||
  (one.townshipId < other.townshipId ? -1 : 1);

/** The line about most records, of several the latest; its key decides where both are alike. */
const byWeight = (one: Raised, other: Raised): number =>
  other.records.length - one.records.length ||
  other.day.localeCompare(one.day) ||
  keyOf(one).localeCompare(keyOf(other));

function groupOf(open: readonly Open[], { takenOff, restsOn }: Stakes): Group[] {
  const raised = open.map((one) => one.raised).toSorted(byWeight);
  const [first] = raised;
  if (first === undefined) return [];
  const { signal, townshipId } = first;
  const recordIds = idsOf(raised);
  const { deduction } = signalOf(signal);
  return [
    {
      ...{ signal, townshipId, signals: raised.length, recordIds, first },
      answered: open.filter(({ answered }) => answered).length,
      takenOff: deduction === null ? 0 : takenOff(deduction, raised.length),
      rests: restsOn(townshipId, recordIds),
    },
  ];
}

/** Whether all of a group's records are asked about already. A group without records is a question of its own. */
const isWithin = (group: Group, call: Group): boolean =>
  group.townshipId === call.townshipId &&
  group.recordIds.length > 0 &&
  group.recordIds.every((id) => call.recordIds.includes(id));

/**
 * A county's open signals as the calls to be made, what moves the score most first: those of one kind in one township are one,
 * and a kind about records that a weightier call is about anyway goes along with it. No signal is left out.
 */
export function callsOf(open: readonly Open[], stakes: Stakes): Call[] {
  const kinds = new Map<string, Open[]>();
  for (const one of open) {
    const key = `${one.raised.townshipId} ${one.raised.signal}`;
    kinds.set(key, [...(kinds.get(key) ?? []), one]);
  }
  const groups = [...kinds.values()].flatMap((own) => groupOf(own, stakes)).toSorted(inOrder);
  const calls: Call[] = [];
  for (const group of groups) {
    const known = calls.find((call) => isWithin(group, call));
    if (known === undefined) calls.push({ ...group, along: [] });
    else known.along.push({ signal: group.signal, signals: group.signals });
  }
  return calls;
}
