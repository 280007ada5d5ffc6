import "server-only";
import { deputyNames } from "@/domains/deputies/data/in-office";
import { recordKinds } from "@/domains/record-kinds";
import { textsOf } from "@/domains/records/data/texts";
import { suggestionTexts } from "@/domains/suggestions/data/conduct";
import { unitNames } from "@/domains/suggestions/data/unit-names";
import { reportTexts } from "@/domains/supervision/data/reports";
import { townshipsOf } from "@/domains/tenancy/data";
import type { AnyKind } from "@/lib/records/kind";
import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/tx";
import type { Period } from "@/server/evidence/period";
import type { Text } from "../rules/copied";
import { fewestRuns } from "../rules/signals";

/** What people bring in confidence is compared with nothing, whoever could read it. */
const confidential = ["petition", "voterOpinion"];
/** No more of a text is read than this; a copy shows long before. */
const most = 3000;

const compared = (recordKinds as readonly AnyKind[]).filter(
  ({ type, readers, register }) => !confidential.includes(type) && readers === undefined && !register,
);

/** The running texts of a county's records in a period that are long enough to be compared. */
export function textsIn(tx: Tx, period: Period): Promise<Text[]> {
  const parts = [
    ...compared.flatMap((kind) => textsOf(kind, period)),
    reportTexts(period),
    suggestionTexts(period),
  ];
  return tx.$queryRaw<Text[]>`
    SELECT township_id AS "townshipId", record_type AS "recordType", id AS "recordId", occurred_on::text AS day,
      to_char(entered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS') AS "enteredAt", left(words, ${most}::int) AS words
    FROM (${Prisma.join(parts, " UNION ALL ")}) texts (township_id, record_type, id, occurred_on, entered_at, words)
    WHERE char_length(words) >= ${fewestRuns}::int`;
}

/** What people, units and townships of the county are called. */
export async function namesIn(tx: Tx, { countyId, fromYear }: Period): Promise<string[]> {
  const named = await tx.$queryRaw<{ name: string }[]>`
    ${deputyNames(countyId)} UNION ${unitNames(countyId)}`;
  const townships = await townshipsOf(tx, countyId, fromYear);
  return [...named.map(({ name }) => name), ...townships.flatMap(({ name, shortName }) => [name, shortName])];
}
