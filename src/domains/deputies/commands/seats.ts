import "server-only";
import { addDays, utcOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import { changeOne } from "@/server/db/change";
import { dayOrNull, newRecord } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { loadOpenQuota } from "../data/seats";
import { levelLabels } from "../labels";
import { maySetSeats, seatsFollow } from "../rules/roster";
import type { SetSeatsInput } from "../schema";

/** The number of seats of a level from a day on; the quota before it ends the day before [R3]. */
export async function setSeats(scope: TownshipScope, input: SetSeatsInput) {
  const { level, termName, seats, startsOn } = input;
  obey(maySetSeats(level, seats));
  const open = await loadOpenQuota(scope, level);
  const since = dayOrNull(open?.startsOn ?? null);
  obey(seatsFollow(since, startsOn));
  let id = open?.id;
  if (open && since === startsOn) {
    // The same day again corrects the entry; a later day begins a new quota.
    await changeOne(scope, "seatQuota", open, { seats, termName });
  } else {
    if (open) await changeOne(scope, "seatQuota", open, { endsOn: utcOf(addDays(startsOn, -1)) });
    const record = newRecord(scope, { ...input, occurredOn: startsOn });
    id = record.id;
    await scope.tx.seatQuota.create({
      data: { ...record, level, termName, seats, startsOn: utcOf(startsOn) },
    });
  }
  await scope.audit({
    action: "deputies.setSeats",
    recordType: "seatQuota",
    recordId: id ?? null,
    summary: `${levelLabels[level]}人大代表应有名额定为 ${seats} 名（${termName}）`,
    occurredOn: startsOn,
    detail: difference(open, { seats, termName }),
  });
  return { level, seats };
}
