import type { LawRuleKey } from "@/domains/tenancy/rules/law-rule";
import type { MetricCode } from "@/domains/figures/rules/metrics";
import { type Desk, noon, openDesk } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty } from "../../support/tenants";

/** The day of these tests. */
export const today = "2026-11-20";

export type Office = Desk & {
  county: TestCounty;
  staff: ReturnType<typeof callerAs>;
  key: () => { township: string; idempotencyKey: string };
  override: (key: LawRuleKey, value: number, validFrom?: string) => Promise<{ restated: number }>;
  evidence: (metric: MetricCode, year?: number) => ReturnType<typeof readEvidence>;
};

const readEvidence = (county: TestCounty, township: string, metric: MetricCode, year: number) =>
  callerAs("countyStaff", county, undefined, noon(today)).oversight.evidence({ township, metric, year });

export async function office(): Promise<Office> {
  const county = await createCounty(["高亭镇"]);
  const [township] = county.townships;
  if (township === undefined) throw new Error("no township");
  const desk = await openDesk(county, township);
  const staff = callerAs("countyStaff", county, undefined, noon(today));
  return {
    ...desk,
    county,
    staff,
    key: () => ({ ...desk.at, idempotencyKey: newKey() }),
    override: (ruleKey, value, validFrom = "2026-01-01") =>
      staff.law.override({ idempotencyKey: newKey(), ruleKey, value, reason: "本县文件", validFrom }),
    evidence: (metric, year = 2026) => readEvidence(county, township.code, metric, year),
  };
}

export const byId = (at: Office, id: string) => at.on(today).suggestions.byId({ ...at.at, id });

export async function sessionOf(at: Office, over: Record<string, unknown> = {}): Promise<string> {
  const terms = await at.on(today).sessions.terms(at.at);
  const termId =
    terms[0]?.id ??
    (
      await at
        .on(today)
        .sessions.createTerm({ ...at.key(), number: 19, startsOn: "2022-01-01", endsOn: null })
    ).id;
  const facts = {
    termId,
    number: 8,
    kind: "regular" as const,
    startsOn: "2026-01-12",
    endsOn: "2026-01-13",
    minutes: null,
    noticeSentOn: "2026-01-04",
    documentsSentOn: "2026-01-10",
    convenedBy: null,
    place: null,
    summary: null,
    deputiesTotal: 50,
    deputiesPresent: 40,
  };
  return (await at.on(today).sessions.create({ ...at.key(), ...facts, ...over })).id;
}

export const findingsOf = async (at: Office, id: string) =>
  (await at.on(today).sessions.byId({ ...at.at, id })).findings
    .filter((finding) => finding.state === "breach")
    .map((finding) => finding.code);

export const breachesListed = async (at: Office) =>
  (await at.on(today).sessions.list(at.at)).rows.flatMap((row) => row.breaches).join("；");

/** Put forward at the session, so that the days of its close count. */
export async function atSession(at: Office, sessionId: string) {
  return at.on("2026-01-12").suggestions.create({
    ...at.key(),
    kind: "suggestion",
    title: "关于会上提出的建议",
    content: "请修路。",
    category: "transport",
    origin: "session",
    sessionId,
    leadDeputyId: at.mover,
    cosignerIds: [at.seconder],
    occurredOn: "2026-01-12",
    submit: true,
  });
}

export const member = (at: Office, name: string, post: "chair" | "member" = "member") =>
  at.on(today).presidiumMembers.create({ ...at.key(), name, post, startsOn: "2022-01-01" });

export const bill = (at: Office, cosignerIds: string[]) =>
  at.on(today).suggestions.create({
    ...at.key(),
    kind: "bill",
    title: `关于污水管网的议案${cosignerIds.length}`,
    content: "内容",
    category: "environment",
    origin: "session",
    leadDeputyId: at.mover,
    cosignerIds,
    occurredOn: today,
    submit: true,
  });
