import "server-only";
import { v7 as uuid } from "uuid";
import { assertOneChanged } from "@/server/db/record";
import type { CountyScope } from "@/server/db/scope";
import type { Rows } from "@/server/db/tx";
import { defaultTerms, type Terms } from "../rules/requests";
import type { SetTermsInput } from "../schema";

/** @property version null where the county goes by the program's own numbers */
export async function termsOf({
  tx,
  countyId,
}: {
  tx: Rows;
  countyId: string;
}): Promise<Terms & { version: number | null }> {
  const [row] = await tx.$often<(Terms & { version: number })[]>`
    SELECT receive_days AS "receiveDays", answer_days AS "answerDays", version FROM request_term WHERE county_id = ${countyId}::uuid`;
  return row ?? { ...defaultTerms, version: null };
}

export async function keepTerms(
  { tx, countyId, actor }: CountyScope,
  { version, receiveDays, answerDays }: SetTermsInput,
): Promise<void> {
  const said = { receiveDays, answerDays, editedByName: actor.name };
  if (version === null) {
    const made = await tx.requestTerm.createMany({
      data: [{ countyId, id: uuid(), ...said }],
      skipDuplicates: true,
    });
    assertOneChanged(made.count);
    return;
  }
  const { count } = await tx.requestTerm.updateMany({
    where: { countyId, version },
    data: { ...said, version: { increment: 1 } },
  });
  assertOneChanged(count);
}
