import "server-only";
import { dayOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { difference, lost } from "@/server/audit/difference";
import { changeOne } from "@/server/db/change";
import { newRecord, voided } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { ReasonInput } from "@/server/trpc/inputs";
import { declarationsOf, liveDeclaration } from "./data";
import { noneOf, type Subject } from "./labels";
import { mayDeclareNone } from "./rules";
import type { DeclareNoneInput } from "./schema";

/** Signed by whoever is signed in, on the day it is said. */
export async function declareNone(scope: TownshipScope, input: DeclareNoneInput) {
  const { year, subject } = input;
  const today = dayOf(scope.now);
  const standing = (await declarationsOf(scope, { year })).find((row) => row.subject === subject);
  const { records = 0, declared = null } = standing ?? {};
  obey(mayDeclareNone({ subject, year, records, declared: declared !== null }, today));
  const record = newRecord(scope, { occurredOn: today });
  await scope.tx.noneDeclaration.create({ data: { ...record, year, subject } });
  await scope.audit({
    action: "declarations.declareNone",
    recordType: "noneDeclaration",
    recordId: record.id,
    summary: `声明 ${noneOf(year, subject)}`,
    occurredOn: today,
    detail: difference(null, { year, subject, signedBy: scope.actor.name }),
  });
  return { id: record.id };
}

export async function revokeNone(scope: TownshipScope, input: ReasonInput) {
  const { id, reason } = input;
  const before = await liveDeclaration(scope, id);
  await changeOne(scope, "noneDeclaration", input, voided(scope, reason));
  // The column's check holds exactly the subjects.
  const none = noneOf(before.year, before.subject as Subject);
  await scope.audit({
    action: "declarations.revokeNone",
    recordType: "noneDeclaration",
    recordId: id,
    summary: `撤回声明「${none}」：${reason}`,
    detail: {
      ...lost({ year: before.year, subject: before.subject, signedBy: before.enteredByName }),
      reason,
    },
  });
  return { id };
}
