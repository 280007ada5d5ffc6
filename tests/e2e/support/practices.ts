import type { Caller } from "../../support/call";

type At = { code: string; policy: string };
type Key = () => { idempotencyKey: string };

/** A draft of a township's, one that waits for the county, a neighbour's in the library, and that one taken over. */
export async function exchange(
  {
    own,
    ofOwn,
    chair,
    ofOwnThen,
    ofOther,
    otherChair,
    office,
  }: {
    own: At;
    ofOwn: Caller;
    chair: Caller;
    ofOwnThen: Caller;
    ofOther: At;
    otherChair: Caller;
    office: Caller;
  },
  begun: string,
  key: Key,
) {
  const said = (title: string) => ({
    ...{
      topic: "building" as const,
      title,
      problem: "记录常常月底才补。",
      steps: "每周五补齐。\n月底核对。",
    },
    ...{ conditions: null, cost: null, lawBasis: null, metrics: ["G2" as const] },
  });
  const shown = ({ policy }: At) => [{ recordType: "policy" as const, recordId: policy }];
  const at = { township: own.code };
  const draft = await ofOwn.practices.write({ ...said("台账当周清"), ...at, ...key(), evidence: [] });
  const waiting = await ofOwn.practices.write({
    ...said("例会前一天对账"),
    ...at,
    ...key(),
    evidence: shown(own),
  });
  await chair.practices.confirm({ ...at, ...key(), id: waiting.id, version: 1 });
  const theirs = { township: ofOther.code };
  const other = await otherChair.practices.write({
    ...{ ...said("每周一次小结"), ...theirs, ...key(), evidence: shown(ofOther) },
  });
  await otherChair.practices.confirm({ ...theirs, ...key(), id: other.id, version: 1 });
  const edition = await office.practices.publish({ ...key(), id: other.id, version: 2 });
  const plan = { steps: "每周五小结。", owner: "联络员", beginsOn: begun, untilOn: null, metric: null };
  const adoption = await ofOwnThen.practices.adopt({ ...at, ...key(), id: edition.id, ...plan });
  return {
    ...{ practice: draft.id, practiceWaiting: waiting.id },
    ...{ practiceEdition: edition.id, practiceAdoption: adoption.id },
  };
}
