import { randomUUID } from "node:crypto";
import { saveMap } from "@/domains/oversight/commands";
import { mapOf } from "@/domains/oversight/data/map";
import type { OpenedCounty } from "./counties";
import { asOn } from "./cycle";

/** 岱山 roughly as its islands lie: 衢山 in the north, 长涂 in the east, 秀山 in the south. */
const islands: Readonly<Record<string, readonly [column: number, row: number]>> = {
  "330921106": [3, 1],
  "330921101": [1, 2],
  "330921102": [3, 2],
  "330921103": [1, 3],
  "330921100": [2, 3],
  "330921105": [4, 3],
  "330921200": [2, 4],
};

/** The county places its townships once; whoever has moved them since is left alone. */
export async function placeMap(opened: OpenedCounty): Promise<void> {
  const places = opened.county.townships.flatMap(({ code }) => {
    const [column, row] = islands[code] ?? [];
    return column === undefined || row === undefined ? [] : [{ code, column, row }];
  });
  if (places.length === 0) return;
  await asOn(opened, opened.asOf, async (scope) => {
    const { version } = await mapOf(scope);
    if (version === null) await saveMap(scope, { places, version, idempotencyKey: randomUUID() });
  });
}
