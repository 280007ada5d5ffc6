import { noon } from "../../support/suggestions";
import { callerAs, newKey } from "../../support/tenants";
import { change, type IsolationCases, type Place, read, type Seed } from "./case";

const before = noon("2026-03-02");
const after = noon("2026-03-12");

const said = ({ township, canary }: Place, heldOn: string) => ({
  ...{ title: `${canary}座谈`, heldOn, place: canary, topic: canary, answerBy: null },
  agenda: `C3 ${canary}`,
  invitees: [{ townshipId: township.id, part: "speak" as const, speaksOn: canary }],
});

/** A symposium that was held, with a promise; one to come that the township was invited to; and a draft it does not know of. */
export const seed: Seed = async (at) => {
  const on = (day: Date) => callerAs("countyStaff", at.county, undefined, day).symposia;
  const drafted = async (heldOn: string) => {
    const { id } = await on(before).draft({
      ...{ ...said(at, heldOn), idempotencyKey: newKey(), kind: "symposium" },
    });
    return id;
  };
  const invited = async (heldOn: string) => {
    const id = await drafted(heldOn);
    await on(before).invite({ idempotencyKey: newKey(), id, version: 1 });
    return id;
  };
  const [held, coming, draft] = [
    await invited("2026-03-10"),
    await invited("2099-12-20"),
    await drafted("2099-12-30"),
  ];
  await on(after).record({
    ...{ idempotencyKey: newKey(), id: held, version: 2, minutes: at.canary },
    roll: `${at.township.name} ${at.canary}`,
  });
  const { id: commitment } = await on(after).commit({
    ...{ idempotencyKey: newKey(), gatheringId: held, townshipId: at.township.id, said: at.canary },
    ...{ ownerName: at.canary, dueOn: "2099-06-30", metric: null },
  });
  const { invitations } = await on(after).gathering({ id: coming });
  return {
    ...{ gathering: held, gatheringComing: coming, gatheringDraft: draft, commitment },
    gatheringInvitation: invitations[0]?.id ?? "",
  };
};

const county = (at: Place, of: string, version: number, rest: object = {}) => ({
  ...{ idempotencyKey: newKey(), id: at.records[of], version, ...rest },
});

export const cases: IsolationCases = {
  "matching.county": { input: () => ({ year: 2026 }) },
  "matching.own": { input: (at) => read(at, { year: 2026 }) },
  "symposia.year": { input: () => ({ year: 2026 }) },
  "symposia.gathering": { input: (at) => ({ id: at.records["gathering"] }) },
  "symposia.outline": { input: () => ({ heldOn: "2026-06-20" }) },
  "symposia.exportAgenda": { input: (at) => ({ id: at.records["gathering"] }) },
  "symposia.exportMinutes": { input: (at) => ({ id: at.records["gathering"] }) },
  "symposia.draft": {
    input: (at) => ({ ...said(at, "2026-06-20"), idempotencyKey: newKey(), kind: "symposium" }),
  },
  "symposia.edit": { input: (at) => county(at, "gatheringComing", 2, said(at, "2099-12-21")) },
  "symposia.invite": { input: (at) => county(at, "gatheringDraft", 1) },
  "symposia.callOff": { input: (at) => county(at, "gatheringComing", 2, { reason: "改到明年" }) },
  "symposia.record": {
    input: (at) => county(at, "gatheringComing", 2, { minutes: at.canary, roll: at.township.name }),
  },
  "symposia.commit": {
    input: (at) => ({
      ...{ idempotencyKey: newKey(), gatheringId: at.records["gathering"], townshipId: at.township.id },
      ...{ said: at.canary, ownerName: at.canary, dueOn: "2099-06-30", metric: null },
    }),
  },
  "symposia.judge": {
    input: (at) => county(at, "commitment", 1, { verdict: "kept", why: at.canary, followedUpId: null }),
  },
  "symposia.drop": { input: (at) => county(at, "commitment", 1, { reason: "录错" }) },
  "symposia.own": { input: (at) => read(at, { year: 2099 }) },
  "symposia.invitation": { input: (at) => read(at, { id: at.records["gatheringInvitation"] }) },
  "symposia.answer": {
    input: (at) =>
      change(at, {
        ...{ id: at.records["gatheringInvitation"], version: 2, answer: "substitute" },
        ...{ name: at.canary, why: null },
      }),
  },
  "symposia.tellLearned": {
    input: (at) => change(at, { id: at.records["gatheringInvitation"], version: 2, learned: at.canary }),
  },
  "symposia.report": {
    input: (at) => change(at, { id: at.records["commitment"], version: 1, report: at.canary }),
  },
};
