import "server-only";
import { AppError } from "@/lib/errors";
import { never, type UntilChange } from "./until-change";

/** What a list's statement takes: it counts all rows that fit beside those of the part, `count(*) OVER ()`. */
export type Part = { limit: number; offset: number };
type Counted = { total: number };
type Read<Row> = (part: Part) => Promise<Row[]>;

const withoutCount = <Row extends Counted>(found: readonly Row[]) =>
  found.map((counted) => {
    const { total: _, ...row } = counted;
    return row;
  });

/**
 * One page of a list and how many rows there are in all. A page past the last has no row to carry the count: the first
 * row is asked for then, and only then.
 */
export async function pageOf<Row extends Counted>(
  { page, pageSize }: { page: number; pageSize: number },
  read: Read<Row>,
) {
  const found = await read({ limit: pageSize, offset: (page - 1) * pageSize });
  const [counted] = found.length > 0 || page === 1 ? found : await read({ limit: 1, offset: 0 });
  return { total: counted?.total ?? 0, rows: withoutCount(found) };
}

/**
 * A list's statement whose count is known until something changes: it takes the change that is known, and answers with
 * the last one there is and, where that is another, with the count.
 * @param known null for what is seldom asked for twice: it is counted each time
 */
export const countedUntilChange =
  <Row extends Counted>(
    known: UntilChange<number> | null,
    read: (
      part: Part,
      seq: number,
    ) => Promise<(Omit<Row, "total"> & { total: number | null; seq: number })[]>,
  ): Read<Row> =>
  async (part) => {
    const found = await read(part, known?.seq ?? never);
    const [first] = found;
    if (first === undefined) return [];
    const total = first.total ?? known?.value() ?? 0;
    known?.keep(first.seq, total);
    return found.map((one) => {
      const { seq: _, ...row } = one;
      return { ...row, total } as unknown as Row;
    });
  };

/** As many rows as one file takes, twice what one import brings in. */
const mostInFile = 20_000;

/** Every row of a list, for a file; more than one file takes is refused, never cut. @param unit what is counted, e.g. "件" */
export async function everyRow<Row extends Counted>(unit: string, read: Read<Row>) {
  const found = await read({ limit: mostInFile, offset: 0 });
  const total = found[0]?.total ?? 0;
  if (total > found.length)
    throw new AppError(
      "TOO_LARGE",
      `符合条件的有 ${total} ${unit}，一个文件最多 ${mostInFile} ${unit}。请先筛选再导出。`,
    );
  return withoutCount(found);
}
