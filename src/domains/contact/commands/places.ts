import "server-only";
import { notInOffice } from "@/domains/deputies/data/in-office";
import { tookPart } from "@/domains/deputies/data/leaves";
import { allInOffice } from "@/domains/deputies/rules/roster";
import type { CommandSlots } from "@/domains/records/commands";
import { sameIn } from "@/domains/records/data/reads";
import { daysHanging } from "@/domains/records/data/hanging";
import { allow, firstDenial } from "@/lib/decision";
import { stationNamed } from "../data/stations";
import { reception, station } from "../record";
import {
  nobodyIsSaid,
  oneFixedDay,
  opensForItsRecords,
  receptionIsNew,
  stationFits,
  stationWasOpen,
} from "../rules/stations";

export const stationSlots: CommandSlots<typeof station> = {
  complete: (_, all) => all.map(oneFixedDay),
  others: sameIn(station, "name"),
  /** Whoever is put on the roster serves now; who has left since stays until the roster is made anew. */
  mayBe: async (scope, facts, { before, others, today }) => {
    const added = facts.deputyIds.filter((id) => before?.facts.deputyIds.includes(id) !== true);
    return firstDenial(
      stationFits(facts, others),
      before === null
        ? allow
        : opensForItsRecords(
            facts,
            await daysHanging(scope, "station", before.id, ["reception", "voterOpinion"]),
          ),
      allInOffice(await notInOffice(scope, added, today), today),
    );
  },
};

export const receptionSlots: CommandSlots<typeof reception> = {
  others: sameIn(reception, "occurredOn"),
  mayBe: async (scope, facts, { others }) =>
    firstDenial(
      stationWasOpen(await stationNamed(scope, facts.stationId), facts.occurredOn),
      receptionIsNew(facts, others),
      nobodyIsSaid(facts),
      await tookPart(scope, facts),
    ),
};
