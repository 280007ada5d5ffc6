import "server-only";
import { townshipsOf } from "@/domains/tenancy/data";
import { dayOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { firstDenial } from "@/lib/decision";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import { assertOneChanged } from "@/server/db/record";
import type { CountyScope } from "@/server/db/scope";
import { drawsOf, keepAnnouncedDraw, keepDrawn } from "../data/draws";
import { partsOfTask, type Part, type Task, taskById } from "../data/rows";
import { changePart } from "../data/writes";
import {
  drawNumber,
  isDrawNumber,
  drawnIn,
  type DrawnPool,
  drawPools,
  mayAnnounceDraw,
  mayDrawNow,
} from "../rules/draw";
import type { AnnounceDrawInput, DrawInput } from "../schema";
import { titleOf } from "./tasks";
import { tellCounty, tellTownships } from "./tell";

/** The lists are fixed, and it is said by which public number it will be drawn, before anybody knows it. */
export async function announceDraw(scope: CountyScope, input: AnnounceDrawInput) {
  const { id, source, opensOn, per, reason } = input;
  const task = await taskById(scope, id);
  const parts = await partsOfTask(scope, id);
  const townships = await townshipsOf(scope.tx, scope.countyId, task.year);
  const places = input.pools.map(({ townshipId, units }) => {
    const township = townships.find((one) => one.id === townshipId);
    const part = parts.find((one) => one.townshipId === townshipId);
    // A township that takes no part in the task, be it of another county, is none of these.
    if (township === undefined || part === undefined) throw notFound();
    return { township: township.code, name: township.name, part, units: [...new Set(units)] };
  });
  const pools = places.map(({ township, units }) => ({ township, units }));
  const begun = places.flatMap(({ name, part }) => (part.activity === null ? [] : [name]));
  const [last = null] = await drawsOf(scope, id);
  assertOneChanged(Number((last?.number ?? 0) === input.seen));
  obey(mayAnnounceDraw(task, { pools, per, opensOn, reason }, { last, today: dayOf(scope.now), begun }));
  const number = await keepAnnouncedDraw(scope, input, pools);
  await tellCounty(scope, task, {
    action: "jointTasks.announceDraw",
    summary: `公布联动${titleOf(task)}受检单位的${number === 1 ? "" : `第 ${number} 次`}抽取办法：用${source}，${opensOn} 产生，每个乡镇抽 ${per} 家${reason === null ? "" : `；重抽理由：${reason}`}`,
    detail: { ...difference(null, { source, opensOn, per }), pools, reason },
  });
  return { number };
}

/** What was drawn becomes what a township's part inspects; a part that was carried out meanwhile stays as it is. */
async function applyDrawn(
  scope: CountyScope,
  task: Task,
  { pool, part }: { pool: DrawnPool; part: Part },
): Promise<void> {
  const units = drawnIn(pool);
  await changePart(scope, { id: part.id, version: part.version }, { units });
  await tellTownships(scope, [part], {
    action: "jointTasks.draw",
    summary: `县人大抽取联动${titleOf(task)}的受检单位：${units.join("、")}`,
    detail: difference(part, { units }),
  });
}

/** Drawn once, by the number that was announced; whoever knows the lists and the number can draw the same. */
export async function drawTask(scope: CountyScope, { id, number, text: said }: DrawInput) {
  const text = drawNumber(said);
  const task = await taskById(scope, id);
  const [last = null] = await drawsOf(scope, id);
  obey(firstDenial(mayDrawNow(task, last, dayOf(scope.now)), isDrawNumber(text)));
  assertOneChanged(Number(last?.number === number));
  if (last === null) throw notFound();
  const { seed, drawn } = drawPools(id, last.pools, { text, per: last.per });
  await keepDrawn(scope, last, { text, seed, drawn });
  const townships = await townshipsOf(scope.tx, scope.countyId, task.year);
  const parts = await partsOfTask(scope, id);
  for (const pool of drawn) {
    const township = townships.find(({ code }) => code === pool.township);
    const part = parts.find(({ townshipId }) => townshipId === township?.id);
    if (part?.activity === null && part.submittedOn === null) await applyDrawn(scope, task, { pool, part });
  }
  const units = drawn.flatMap(drawnIn);
  await tellCounty(scope, task, {
    action: "jointTasks.draw",
    summary: `抽取联动${titleOf(task)}的受检单位 ${units.length} 家，号码“${text}”`,
    detail: difference(null, { text, seed }),
  });
  return { drawn: units.length, seed };
}
