import "server-only";
import { v7 as uuid } from "uuid";
import { assertOneChanged } from "@/server/db/record";
import type { CountyScope } from "@/server/db/scope";
import type { Place } from "../rules/map";

/** Where the county has its tiles. @property version null where it never placed any */
export async function mapOf({
  tx,
  countyId,
}: Pick<CountyScope, "tx" | "countyId">): Promise<{ places: Place[]; version: number | null }> {
  const [row] = await tx.$often<{ places: Place[]; version: number }[]>`
    SELECT places, version FROM county_map WHERE county_id = ${countyId}::uuid`;
  return row ?? { places: [], version: null };
}

export async function keepMap(
  { tx, countyId, actor }: CountyScope,
  { places, version }: { places: Place[]; version: number | null },
): Promise<void> {
  const said = { places, editedByName: actor.name };
  if (version === null) {
    const made = await tx.countyMap.createMany({
      data: [{ countyId, id: uuid(), ...said }],
      skipDuplicates: true,
    });
    assertOneChanged(made.count);
    return;
  }
  const { count } = await tx.countyMap.updateMany({
    where: { countyId, version },
    data: { ...said, version: { increment: 1 } },
  });
  assertOneChanged(count);
}
