import "server-only";
import type { Prisma } from "./generated/client";
import { assertChanged, assertOneChanged, edited, tenantOf } from "./record";
import type { AccountsScope, CountyScope, TownshipScope } from "./scope";
import type { Tx } from "./tx";

type Models = Prisma.TypeMap["model"];
type TablesWith<Columns> = {
  [Model in keyof Models]: Models[Model]["payload"]["scalars"] extends Columns ? Uncapitalize<Model> : never;
}[keyof Models];
type DataOf<Table extends string> =
  Capitalize<Table> extends keyof Models
    ? Models[Capitalize<Table>]["operations"]["updateMany"]["args"]["data"]
    : never;

/** Tables of business records: struck out with a reason, never deleted, and changed by whoever saw the latest version. */
export type RecordTable = TablesWith<{
  townshipId: string;
  version: number;
  voidedAt: Date | null;
  editedAt: Date | null;
}>;
/** The county's own tables that people edit. */
type CountyTable =
  | "account"
  | "township"
  | "guidance"
  | "assessmentScheme"
  | "jointTask"
  | "jointPart"
  | "dataRequest"
  | "dataAsk"
  | "raisedFinding"
  | "gathering"
  | "commitment";
/** What may be set of a record by {@link changeOne}. */
export type ChangesOf<Table extends RecordTable | CountyTable> = DataOf<Table>;

/** As somebody saw it before changing it. */
export type Seen = { id: string; version: number };

/** The models' own methods are generic each in its own way; a table named by its type takes its own columns. */
type Changeable = { updateMany(asked: { where: object; data: object }): Promise<{ count: number }> };
const changeable = (tx: Tx, table: RecordTable | CountyTable) => tx[table] as unknown as Changeable;

/**
 * Changes one living record as it was seen; whoever saved first wins.
 * @throws CONFLICT when somebody else changed it in between
 */
export async function changeOne<Table extends RecordTable>(
  scope: TownshipScope,
  table: Table,
  { id, version }: Seen,
  changes: ChangesOf<Table>,
): Promise<void> {
  const { count } = await changeable(scope.tx, table).updateMany({
    where: { ...tenantOf(scope), id, version, voidedAt: null },
    data: { ...changes, ...edited(scope) },
  });
  await assertChanged(scope, id, count);
}

/** The same of the county's own rows, which are not struck out. */
export async function changeOneOfCounty<Table extends CountyTable>(
  { tx, countyId }: CountyScope | AccountsScope,
  table: Table,
  { id, version }: Seen,
  changes: ChangesOf<Table>,
): Promise<void> {
  const { count } = await changeable(tx, table).updateMany({
    where: { countyId, id, version },
    data: { ...changes, version: { increment: 1 } },
  });
  assertOneChanged(count);
}
