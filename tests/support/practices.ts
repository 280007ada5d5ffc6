import { noon } from "./suggestions";
import { callerAs, newKey, type TestCounty, type TestTownship } from "./tenants";

export const practiceText = (more: object = {}) => ({
  ...{
    topic: "suggestions",
    title: "建议“一月一对账”",
    problem: "建议交办以后无人催办，年底才发现没有答复。",
  },
  ...{ steps: "每月5日与承办单位对账。\n逾期的由主席约谈。", conditions: "有专人", cost: "不花钱" },
  ...{ lawBasis: "代表法", metrics: ["C3"], ...more },
});

/** A record of the township that a practice may be shown by. */
export async function someEvidence(county: TestCounty, township: TestTownship, day: string): Promise<string> {
  const { id } = await callerAs("townshipStaff", county, township, noon(day)).policies.create({
    ...{ township: township.code, idempotencyKey: newKey(), title: "建议办理对账制度" },
    ...{
      template: "suggestions",
      edition: null,
      occurredOn: day,
      adoptedBy: null,
      posted: null,
      repealedOn: null,
    },
    ...{ sourceNote: null, lateReason: null },
  });
  return id;
}

/** Written, confirmed by the chair and published by the county on a day. @returns the practice's id and its edition's */
export async function publishedPractice(
  county: TestCounty,
  township: TestTownship,
  day: string,
  more: object = {},
): Promise<{ id: string; editionId: string }> {
  const recordId = await someEvidence(county, township, day);
  const chair = callerAs("townshipChair", county, township, noon(day)).practices;
  const evidence = [{ recordType: "policy" as const, recordId }];
  const at = { township: township.code };
  const said = practiceText({ evidence, ...more }) as never as Parameters<typeof chair.write>[0];
  const { id } = await chair.write({ ...said, ...at, idempotencyKey: newKey() });
  await chair.confirm({ ...at, idempotencyKey: newKey(), id, version: 1 });
  const office = callerAs("countyStaff", county, undefined, noon(day)).practices;
  const published = await office.publish({ idempotencyKey: newKey(), id, version: 2 });
  return { id, editionId: published.id };
}

/** Taken over on a day. @returns the adoption's id */
export async function adoptedPractice(
  county: TestCounty,
  township: TestTownship,
  editionId: string,
  day: string,
  words = "每月对账一次。",
): Promise<string> {
  const { id } = await callerAs("townshipStaff", county, township, noon(day)).practices.adopt({
    ...{ township: township.code, idempotencyKey: newKey(), id: editionId, beginsOn: day },
    ...{ steps: words, owner: "人大副主席", untilOn: null, metric: null },
  });
  return id;
}

/** What came of it, said on a day. */
export const saidOf = (
  county: TestCounty,
  township: TestTownship,
  id: string,
  { day, helped, version = 1 }: { day: string; helped: boolean; version?: number },
) =>
  callerAs("townshipStaff", county, township, noon(day)).practices.sayHelped({
    ...{ township: township.code, idempotencyKey: newKey(), id, version, helped },
    benefit: "答复都按期了。",
  });

/** One of two says that it helped, the other that it did not; a practice that nobody uses yet counts nothing. */
export async function practiceYear(
  county: TestCounty,
  author: TestTownship,
  adopters: readonly TestTownship[],
) {
  const { editionId } = await publishedPractice(county, author, "2026-02-02");
  await publishedPractice(county, author, "2026-02-03", { title: "另一条" });
  for (const [nth, adopter] of adopters.entries()) {
    const id = await adoptedPractice(county, adopter, editionId, "2026-03-01");
    await saidOf(county, adopter, id, { day: "2026-05-01", helped: nth === 0 });
  }
}
