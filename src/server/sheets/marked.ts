import "server-only";
import type { ImportColumn } from "@/lib/sheets";
import type { ImportFault } from "./answers";
import type { SheetRows } from "./rows";
import { inWorker } from "./workers";

const timeLimit = 60_000;

/** The person's own rows again, values only, with a column that says what is wrong and the bad cells tinted. */
export function markedWorkbook(
  { lines, headLine, places }: SheetRows,
  faults: readonly ImportFault[],
  columns: readonly ImportColumn[],
  person: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const placed = columns.flatMap(({ key, header }) => {
    const place = places.get(key);
    return place === undefined ? [] : [[header, place] as const];
  });
  const data = { kind: "marked", lines, headLine, faults, places: Object.fromEntries(placed) };
  return inWorker(person, { worker: "write", data, timeLimit });
}
