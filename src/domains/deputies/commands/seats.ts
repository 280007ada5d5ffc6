import "server-only";
import { addDays, utcOf } from "@/lib/dates";
import { AppError } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { dayOrNull, edited, keyOf, newRecord } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { loadOpenQuota } from "../data/seats";
import { levelLabels } from "../labels";
import { maySetSeats } from "../rules";
import type { SetSeatsInput } from "../schema";

/** The number of seats of a level from a day on; the quota before it ends the day before [R3]. */
export async function setSeats(scope: TownshipScope, input: SetSeatsInput) {
  const { level, termName, seats, startsOn } = input;
  obey(maySetSeats(level, seats));
  const open = await loadOpenQuota(scope, level);
  const since = dayOrNull(open?.startsOn ?? null);
  if (since !== null && startsOn < since) {
    throw new AppError("RULE", `现行名额从 ${since} 起生效，新名额的起始日期不能更早。`);
  }
  let id = open?.id;
  if (open && since === startsOn) {
    // The same day again corrects the entry; a later day begins a new quota.
    await scope.tx.seatQuota.update({
      where: keyOf(scope, open.id),
      data: { ...edited(scope), seats, termName },
    });
  } else {
    if (open) {
      await scope.tx.seatQuota.update({
        where: keyOf(scope, open.id),
        data: { ...edited(scope), endsOn: utcOf(addDays(startsOn, -1)) },
      });
    }
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
    detail: {
      before: open ? { seats: open.seats, termName: open.termName } : null,
      after: { seats, termName },
    },
  });
  return { level, seats };
}
