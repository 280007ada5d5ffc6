import "server-only";
import { v7 as uuid } from "uuid";
import { AppError } from "@/lib/errors";
import { dayInText, dayOf, utcOf } from "@/lib/dates";
import { deny } from "@/lib/decision";
import { obey } from "@/lib/obey";
import { problemInText } from "@/lib/sheets";
import { assertOneChanged } from "@/server/db/record";
import type { CountyScope } from "@/server/db/scope";
import { classRuleOf, townshipById } from "./data";
import { classLabel } from "./labels";
import { classOf, classOnSaving } from "./rules/township-class";
import { readTownships } from "./rules/township-file";
import type {
  AddTownshipInput,
  ClassRuleInput,
  EditTownshipInput,
  ImportTownshipsInput,
  MergeTownshipInput,
} from "./schema";

export async function addTownship(scope: CountyScope, input: AddTownshipInput) {
  const { idempotencyKey: _, ...entered } = input;
  const { rule } = await classRuleOf(scope);
  const facts = { ...entered, class: classOnSaving(entered, null, rule) };
  const county = await scope.tx.county.findFirst({ where: { id: scope.countyId }, select: { code: true } });
  if (!facts.code.startsWith(county?.code ?? "?")) {
    obey(deny(`乡镇代码应以本县代码 ${county?.code ?? ""} 开头，请按国家统计局区划代码填写。`));
  }
  const id = uuid();
  const made = await scope.tx.$executeRaw`
    INSERT INTO township (county_id, id, code, name, short_name, kind, class, population, area_km2, output_wan, source_note, sort_order)
    VALUES (${scope.countyId}::uuid, ${id}::uuid, ${facts.code}, ${facts.name}, ${facts.shortName}, ${facts.kind}, ${facts.class}::int,
      ${facts.population}::int, ${facts.areaKm2}::float8, ${facts.outputWan}::float8, ${facts.sourceNote},
      (SELECT coalesce(max(sort_order), 0) + 1 FROM township WHERE county_id = ${scope.countyId}::uuid))
    ON CONFLICT (code) DO NOTHING`;
  if (made !== 1) throw new AppError("CONFLICT", `代码 ${facts.code} 已经登记过，请核对。`);
  await scope.audit({
    action: "tenancy.addTownship",
    recordType: "township",
    recordId: id,
    summary: `登记乡镇 ${facts.name}（${facts.code}），${classLabel(facts.class)}`,
    detail: { after: facts },
  });
  return { id, class: facts.class };
}

/** The county's list of townships from a file: every bad cell is named and nothing written, or all of it is. */
export async function importTownships(scope: CountyScope, { rows, idempotencyKey }: ImportTownshipsInput) {
  const county = await scope.tx.county.findFirst({ where: { id: scope.countyId }, select: { code: true } });
  const registered = await scope.tx.township.findMany({
    where: { countyId: scope.countyId },
    select: { code: true, name: true },
  });
  const known = new Map(registered.map(({ code, name }) => [code, name]));
  const { townships, problems } = readTownships(rows, county?.code ?? "?", known);
  const [first] = problems;
  if (first) {
    throw new AppError(
      "BAD_REQUEST",
      `文件中有 ${problems.length} 处要改，一行也没有导入。${problemInText(first)}`,
      { problems },
    );
  }
  // A county has dozens of them: each is registered as by the form, with an audit row of its own.
  for (const township of townships) await addTownship(scope, { ...township, idempotencyKey });
  return { created: townships.length };
}

export async function editTownship(scope: CountyScope, input: EditTownshipInput) {
  const { idempotencyKey: _, id, version, ...entered } = input;
  const before = await townshipById(scope, id);
  const facts = { ...entered, class: classOnSaving(entered, before, (await classRuleOf(scope)).rule) };
  const moved =
    facts.class === before.class
      ? ""
      : `，自${dayOf(scope.now)}起由${classLabel(before.class)}改为${classLabel(facts.class)}`;
  const { count } = await scope.tx.township.updateMany({
    where: { countyId: scope.countyId, id, version },
    data: { ...facts, editedAt: scope.now, version: { increment: 1 } },
  });
  assertOneChanged(count);
  await scope.audit({
    action: "tenancy.editTownship",
    recordType: "township",
    recordId: id,
    summary: `修改乡镇 ${facts.name} 的基本情况${moved}`,
    detail: {
      before: { class: before.class, population: before.population, name: before.name },
      after: facts,
    },
  });
  return { id };
}

/**
 * A township becomes part of another. Its records stay readable to the county as history; its people's sessions end
 * with the next request, because only accounts of an active township are let in [S19].
 */
export async function mergeTownship(scope: CountyScope, input: MergeTownshipInput) {
  const township = await townshipById(scope, input.id);
  const into = await townshipById(scope, input.intoId);
  if (township.id === into.id) obey(deny("不能并入自身，请选择另一个乡镇。"));
  if (township.status === "merged") obey(deny(`${township.name}已经并入其他乡镇，不能再次并入。`));
  if (into.status !== "active") obey(deny(`${into.name}已不在用，请选择在用的乡镇。`));
  const { count } = await scope.tx.township.updateMany({
    where: { countyId: scope.countyId, id: input.id, version: input.version },
    data: {
      status: "merged",
      mergedIntoId: into.id,
      mergedOn: utcOf(input.mergedOn),
      editedAt: scope.now,
      version: { increment: 1 },
    },
  });
  assertOneChanged(count);
  await scope.audit({
    action: "tenancy.mergeTownship",
    recordType: "township",
    recordId: input.id,
    occurredOn: input.mergedOn,
    summary: `${township.name}自${dayInText(input.mergedOn)}起并入${into.name}`,
    detail: { into: into.id },
  });
  return { id: input.id };
}

/** Sets the thresholds and places every township that has figures by them; the others keep their class [R5]. */
export async function setClassRule(scope: CountyScope, input: ClassRuleInput) {
  const { idempotencyKey: _, ...rule } = input;
  const id = uuid();
  await scope.tx.classRule.create({
    data: {
      countyId: scope.countyId,
      id,
      ordinal: 1,
      rule,
      validFrom: utcOf(dayOf(scope.now)),
      editedByName: scope.actor.name,
    },
  });
  const townships = await scope.tx.township.findMany({
    where: { countyId: scope.countyId, status: "active" },
  });
  const moved: string[] = [];
  for (const township of townships) {
    const placed = classOf(township, rule);
    if (placed === null || placed === township.class) continue;
    await scope.tx.township.updateMany({
      where: { countyId: scope.countyId, id: township.id },
      data: { class: placed, version: { increment: 1 } },
    });
    moved.push(`${township.name}：${classLabel(township.class)}→${classLabel(placed)}`);
  }
  await scope.audit({
    action: "tenancy.setClassRule",
    recordType: "classRule",
    recordId: id,
    summary: `自${dayOf(scope.now)}起设定乡镇分类标准${moved.length === 0 ? "，类别不变" : `；${moved.join("、")}`}`,
    detail: { after: rule, since: dayOf(scope.now) },
  });
  return { moved: moved.length };
}
