import "server-only";
import { townshipById, townshipNames } from "@/domains/tenancy/data";
import { dayOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import { evidenceShown } from "../data/evidence-titles";
import { filesOf } from "../data/files";
import { confirmedById, editionById } from "../data/rows";
import { answerPractice, keepEdition, retireEdition } from "../data/writes";
import { mayRetire, mayReview } from "../rules/practices";
import type { PublishInput, RetireInput, ReturnInput } from "../schema";

type Told = { act: string; id: string; townshipId: string; summary: string; detail: object };

/** A line in the county's history and one in the author's. */
async function tell(scope: CountyScope, { act, id, townshipId, summary, detail }: Told): Promise<void> {
  const line = {
    ...{ action: `practices.${act}`, recordType: "practice" as const, recordId: id },
    detail: { ...detail },
  };
  const names = await townshipNames(scope);
  await scope.audit({ ...line, summary: `${names.get(townshipId) ?? ""}：${summary}` });
  await scope.auditEach([{ ...line, townshipId, summary: `县人大${summary}` }]);
}

/** Copies what was confirmed into the county's library, with its evidence's titles and the files it was reviewed with. */
export async function publishPractice(scope: CountyScope, { id, version }: PublishInput) {
  const row = await confirmedById(scope, id);
  obey(mayReview(row));
  const { countyId } = scope;
  const { townshipId } = row;
  const author = await townshipById(scope, townshipId);
  const evidence = await evidenceShown(scope, { countyId, townshipId }, row.evidence);
  const files = await filesOf(scope, townshipId, id);
  await answerPractice(scope, row, version, { state: "published", publishedOn: dayOf(scope.now) });
  const editionId = await keepEdition(scope, row, author, { evidence, files });
  await tell(scope, {
    ...{ act: "publish", id, townshipId, summary: `发布经验「${row.title}」第 ${row.number} 版` },
    detail: difference({ state: row.state }, { state: "published" }),
  });
  return { id: editionId };
}

export async function returnPractice(scope: CountyScope, { id, version, reason }: ReturnInput) {
  const row = await confirmedById(scope, id);
  obey(mayReview(row));
  const returned = { state: "returned" as const, returnedOn: dayOf(scope.now), returnReason: reason };
  await answerPractice(scope, row, version, returned);
  await tell(scope, {
    ...{ act: "return", id, townshipId: row.townshipId, summary: `退回经验「${row.title}」：${reason}` },
    detail: difference({ state: row.state, returnReason: null }, { state: "returned", returnReason: reason }),
  });
  return { id };
}

export async function retirePractice(scope: CountyScope, { id, version, reason }: RetireInput) {
  const row = await editionById(scope, id);
  obey(mayRetire({ retired: row.retiredOn !== null }));
  await retireEdition(scope, row, version, reason);
  await tell(scope, {
    ...{
      act: "retire",
      id: row.practiceId,
      townshipId: row.authorId,
      summary: `停止推广经验「${row.title}」：${reason}`,
    },
    detail: { ...difference({ retiredOn: null }, { retiredOn: dayOf(scope.now) }), reason },
  });
  return { id };
}
