import "server-only";
import { notFound } from "@/lib/errors";
import { ownTownship } from "@/domains/tenancy/data";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import { practiceAt } from "../data/county";
import { editionById, practiceById } from "../data/rows";
import { keepWord, wordsOf } from "../data/words";
import { mayAsk } from "../rules/practices";
import type { AnswerInput, AskInput, CountyWordInput } from "../schema";

const line = (act: string, id: string, words: string) => ({
  ...{ action: `practices.${act}`, recordType: "practice" as const, recordId: id },
  detail: { ...difference(null, { words }) },
});

/** A question to the author of a published practice: he, the county and who asked read it. */
export async function ask(scope: TownshipScope, { id, words }: AskInput) {
  const edition = await editionById(scope, id);
  const { practiceId, authorId, title } = edition;
  obey(mayAsk({ own: authorId === scope.townshipId, retired: edition.retiredOn !== null }));
  const { name: askerName } = await ownTownship(scope);
  await keepWord(scope, { practiceId, authorId, askerId: scope.townshipId, askerName, side: "asker", words });
  await scope.audit({ ...line("ask", practiceId, words), summary: `就经验「${title}」提问` });
  return { id };
}

/** The author's answer to one asker, or a word to the county about its own practice. */
export async function answer(scope: TownshipScope, { id, askerId, words }: AnswerInput) {
  const row = await practiceById(scope, id);
  const thread = (await wordsOf(scope, id)).find((one) => one.askerId === askerId);
  if (askerId !== null && thread === undefined) throw notFound();
  const asker = { askerId, askerName: thread?.askerName ?? null };
  await keepWord(scope, { practiceId: id, authorId: scope.townshipId, ...asker, side: "author", words });
  const whom = askerId === null ? "回复县人大" : `回答${asker.askerName ?? ""}的提问`;
  await scope.audit({ ...line("answer", id, words), summary: `${whom}（经验「${row.title}」）` });
  return { id };
}

/** The county's word: to the author alone, or into a township's thread with the author. */
export async function countyWord(scope: CountyScope, { id, askerId, words }: CountyWordInput) {
  const { townshipId: authorId, title } = await practiceAt(scope, id);
  const thread = (await wordsOf(scope, id)).find((one) => one.askerId === askerId);
  if (askerId !== null && thread === undefined) throw notFound();
  const asker = { askerId, askerName: thread?.askerName ?? null };
  await keepWord(scope, { practiceId: id, authorId, ...asker, side: "county", words });
  const said = line("countyWord", id, words);
  await scope.audit({ ...said, summary: `就经验「${title}」提出意见` });
  await scope.auditEach([{ ...said, townshipId: authorId, summary: `县人大就经验「${title}」提出意见` }]);
  return { id };
}
