import "server-only";
import { v7 as uuid } from "uuid";
import { taken } from "@/lib/errors";
import { dayInText, dayOf, utcOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import { changeOneOfCounty } from "@/server/db/change";
import { importAlone, refuseFile } from "@/server/sheets/import";
import type { CountyScope } from "@/server/db/scope";
import { classRuleOf, countyNamed, townshipById } from "./data";
import { classLabel } from "./labels";
import { codeIsOfCounty, mayMergeInto } from "./rules/townships";
import { classOf, classOnSaving, type ClassRule } from "./rules/township-class";
import { readTownships } from "./rules/township-file";
import type {
  AddTownshipInput,
  ClassRuleInput,
  EditTownshipInput,
  ImportTownshipsInput,
  MergeTownshipInput,
} from "./schema";

type TownshipFacts = Omit<AddTownshipInput, "idempotencyKey">;

async function register(scope: CountyScope, entered: TownshipFacts, rule: ClassRule) {
  const facts = { ...entered, class: classOnSaving(entered, null, rule) };
  const id = uuid();
  const made = await scope.tx.$executeRaw`
    INSERT INTO township (county_id, id, code, name, short_name, kind, class, population, area_km2, output_wan, source_note, sort_order)
    VALUES (${scope.countyId}::uuid, ${id}::uuid, ${facts.code}, ${facts.name}, ${facts.shortName}, ${facts.kind}, ${facts.class}::int,
      ${facts.population}::int, ${facts.areaKm2}::float8, ${facts.outputWan}::float8, ${facts.sourceNote},
      (SELECT coalesce(max(sort_order), 0) + 1 FROM township WHERE county_id = ${scope.countyId}::uuid))
    ON CONFLICT (code) DO NOTHING`;
  if (made !== 1) throw taken("code", `代码 ${facts.code} 已经登记过，请核对。`);
  await scope.audit({
    action: "tenancy.addTownship",
    recordType: "township",
    recordId: id,
    summary: `登记乡镇 ${facts.name}（${facts.code}），${classLabel(facts.class)}`,
    detail: difference(null, facts),
  });
  return { id, class: facts.class };
}

export async function addTownship(scope: CountyScope, input: AddTownshipInput) {
  const { idempotencyKey: _, ...entered } = input;
  obey(codeIsOfCounty(entered.code, (await countyNamed(scope)).code));
  return register(scope, entered, (await classRuleOf(scope)).rule);
}

/** The county's list of townships from a file: every bad cell is named and nothing written, or all of it is. */
export async function importTownships(scope: CountyScope, { rows }: ImportTownshipsInput) {
  await importAlone(scope, "townships");
  const registered = await scope.tx.township.findMany({
    where: { countyId: scope.countyId },
    select: { code: true, name: true },
  });
  const known = new Map(registered.map(({ code, name }) => [code, name]));
  const { townships, problems } = readTownships(rows, (await countyNamed(scope)).code, known);
  refuseFile(problems);
  // A county has dozens of them: each is registered as by the form, with an audit row of its own.
  const { rule } = await classRuleOf(scope);
  for (const township of townships) await register(scope, township, rule);
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
  await changeOneOfCounty(scope, "township", { id, version }, { ...facts, editedAt: scope.now });
  await scope.audit({
    action: "tenancy.editTownship",
    recordType: "township",
    recordId: id,
    summary: `修改乡镇 ${facts.name} 的基本情况${moved}`,
    detail: difference(before, facts),
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
  obey(mayMergeInto(township, into));
  const facts = { status: "merged", mergedIntoId: into.id, mergedOn: utcOf(input.mergedOn) };
  await changeOneOfCounty(scope, "township", input, { ...facts, editedAt: scope.now });
  await scope.audit({
    action: "tenancy.mergeTownship",
    recordType: "township",
    recordId: input.id,
    occurredOn: input.mergedOn,
    summary: `${township.name}自${dayInText(input.mergedOn)}起并入${into.name}`,
    detail: difference(township, facts),
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
  const placed = townships.flatMap((township) => {
    const place = classOf(township, rule);
    return place === null || place === township.class ? [] : [{ ...township, place }];
  });
  await scope.tx.$executeRaw`
    UPDATE township t SET class = v.place, version = t.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(placed.map(({ id, place }) => ({ id, place })))}::jsonb) AS v (id uuid, place int)
    WHERE t.county_id = ${scope.countyId}::uuid AND t.id = v.id`;
  const moved = placed.map(
    ({ name, class: was, place }) => `${name}：${classLabel(was)}→${classLabel(place)}`,
  );
  await scope.audit({
    action: "tenancy.setClassRule",
    recordType: "classRule",
    recordId: id,
    summary: `自${dayOf(scope.now)}起设定乡镇分类标准${moved.length === 0 ? "，类别不变" : `；${moved.join("、")}`}`,
    detail: { ...difference(null, rule), since: dayOf(scope.now) },
  });
  return { moved: moved.length };
}
