import "server-only";
import { bundleOf } from "@/domains/figures/data/bundle";
import { decidedOn } from "@/domains/figures/data/result";
import { checksOf, keepAnnouncement, keepDraw, keepResult } from "@/domains/figures/data/spot-checks";
import { drawChecks, seedOf } from "@/domains/figures/rules/spot-draw";
import { comparedTownship } from "@/domains/tenancy/data";
import { firstDenial } from "@/lib/decision";
import { AppError, notFound } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import { idsByCode, standingOf } from "./data";
import { spotResultLabels } from "@/domains/figures/rules/spot-results";
import { mayAnnounce, mayDraw, mayRecord, mayStillCheck } from "./rules";
import type { AnnounceInput, DrawInput, RecordInput } from "./schema";

/** Says from which public number the year's records will be drawn, before anybody knows it. */
export async function announce(scope: CountyScope, input: AnnounceInput) {
  const { year, source, opensOn, per } = input;
  const { rule, announcement } = await standingOf(scope, year);
  obey(firstDenial(mayAnnounce(rule, opensOn), mayStillCheck(year, await decidedOn(scope, year))));
  const number = (announcement?.number ?? 0) + 1;
  const id = await keepAnnouncement(scope, { year, number, source, opensOn, per });
  await scope.audit({
    action: "checks.announce",
    recordType: "spotDraw",
    recordId: id,
    summary: `公布 ${year} 年考核抽查办法：用${source}，${opensOn} 产生，每项抽 ${per} 条`,
    detail: difference(announcement, { source, opensOn, per }),
  });
  return { number };
}

/** Draws a frozen year's records, once: by the digest under which it was frozen and the number that was announced. */
export async function draw(scope: CountyScope, { year, text }: DrawInput) {
  const { rule, announcement } = await standingOf(scope, year);
  obey(firstDenial(mayDraw(rule), mayStillCheck(year, await decidedOn(scope, year))));
  const bundle = await bundleOf(scope, year);
  if (bundle === null || announcement === null) throw notFound();
  const { per } = announcement;
  const seed = seedOf(bundle.hash, text);
  const ids = await idsByCode(scope, year);
  const drawn = drawChecks(bundle, seed, per).map((one) => ({
    ...one,
    townshipId: ids.get(one.township) ?? "",
  }));
  if (drawn.length === 0) throw new AppError("RULE", `${year} 年封存的证据里没有记录，没有可以抽查的。`);
  const id = await keepDraw(scope, { year, text, seed, snapshotHash: bundle.hash, per }, drawn);
  await scope.audit({
    action: "checks.draw",
    recordType: "spotDraw",
    recordId: id,
    summary: `抽取 ${year} 年考核抽查记录 ${drawn.length} 条，号码“${text}”`,
    detail: difference(null, { text, seed, per }),
  });
  const townshipIds = [...new Set(drawn.map(({ townshipId }) => townshipId))];
  await scope.auditEach(
    townshipIds.map((townshipId) => ({
      ...{ townshipId, action: "checks.draw", recordType: "spotDraw" as const, recordId: id },
      summary: `${year} 年考核抽查抽到本乡镇 ${drawn.filter((one) => one.townshipId === townshipId).length} 条记录`,
    })),
  );
  return { drawn: drawn.length, seed };
}

/** What was found of one record; a further result corrects the one before it. */
export async function record(scope: CountyScope, input: RecordInput) {
  const { id, year, of, result, reason, seen } = input;
  const township = await comparedTownship(scope, { code: of });
  const check = (await checksOf(scope, year, township.id)).find((one) => one.id === id);
  if (check === undefined) throw notFound();
  const { checked: before } = check;
  if ((before?.number ?? 0) !== seen)
    throw new AppError("CONFLICT", "您打开后，别人已经登记过结果。请刷新核对后再保存，您填写的内容已保留。");
  obey(
    firstDenial(
      mayStillCheck(year, await decidedOn(scope, year)),
      mayRecord({ result, reason }, before?.result ?? null),
    ),
  );
  await keepResult(scope, check, { result, reason, number: seen + 1 });
  const line = {
    ...{ action: "checks.record", recordType: "spotCheck" as const, recordId: id },
    summary: `${township.name} ${check.indicator} 抽查结果${before === null ? "" : "更正"}：${spotResultLabels[result]}`,
    detail: difference(before, { result, reason }),
  };
  await scope.audit(line);
  await scope.auditEach([{ ...line, townshipId: township.id }]);
  return { id, number: seen + 1 };
}
