import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import ExcelJS from "exceljs";
import type { BenchCounty } from "./dataset";
import { round, timed } from "./measure";
import type { Line } from "./measuring";

const rows = 10_000;
const dayAt = (n: number): string => new Date(Date.UTC(1990, 0, 1 + n)).toISOString().slice(0, 10);

type Cells = readonly string[];
type File = { header: Cells; rowOf: (n: number) => Cells };

const roster: File = {
  header: ["姓名", "性别", "级别", "届次", "选区", "小组", "职业", "电话", "起始日期"],
  rowOf: (n) => [
    ...[`演示${n}号`, "女", n % 10 === 0 ? "县、乡镇" : "乡镇", "第十九届", `第${(n % 400) + 1}选区`],
    ...[`第${(n % 5) + 1}代表小组`, "教师", String(13_800_000_000 + n), "2022-01-12"],
  ],
};

/** Kinds that are said once, by their routers. */
const kitFiles: Readonly<Record<string, File>> = {
  policies: {
    header: ["名称", "对应的制度", "通过日期"],
    rowOf: (n) => [`演示制度${n}号`, "其他制度", "2022-01-12"],
  },
  posts: {
    header: ["姓名", "岗位", "专兼职", "任职日期"],
    rowOf: (n) => [`演示${n}号`, "工作人员", "专职", "2022-01-12"],
  },
  funds: {
    header: ["用途", "年度", "预算数", "预算批准日期"],
    rowOf: (n) => ["其他", "2026", "1000", dayAt(n)],
  },
};

async function fileOf({ header, rowOf }: File): Promise<Blob> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("台账");
  sheet.addRow(header);
  for (let n = 1; n <= rows; n += 1) sheet.addRow(rowOf(n));
  return new Blob([await book.xlsx.writeBuffer()]);
}

type Asked = { url: string; cookie: string; township: BenchCounty["townships"][number] };

async function brought({ url, cookie, township }: Asked, router: string, file: Blob): Promise<void> {
  const form = new FormData();
  form.set("township", township.code);
  form.set("idempotencyKey", randomUUID());
  form.set("file", file, "台账.xlsx");
  const accepted = await fetch(`${url}/api/import/${router}.importRows`, {
    method: "POST",
    headers: { cookie },
    body: form,
  });
  if (accepted.status !== 202) throw new Error(`import refused: ${await accepted.text()}`);
  const { job } = (await accepted.json()) as { job: string };
  for (;;) {
    const asked = await fetch(`${url}/api/jobs/${job}`, { headers: { cookie } });
    const state = (await asked.json()) as { status: string; result: unknown };
    if (state.status === "failed") throw new Error(`import failed: ${JSON.stringify(state.result)}`);
    if (state.status === "done") return;
    await sleep(200);
  }
}

async function listed({ url, cookie, township }: Asked, router: string): Promise<void> {
  const input = encodeURIComponent(JSON.stringify({ 0: { json: { township: township.code } } }));
  const answer = await fetch(`${url}/api/trpc/${router}.list?batch=1&input=${input}`, {
    headers: { cookie },
  });
  if (!answer.ok) throw new Error(`${router} cannot be read after the import: ${await answer.text()}`);
}

/** 10,000 rows of a file, from the upload to the last row stored, and the first page of the list read at once after. */
async function fileImport(asked: Asked, router: string, file: File): Promise<Line> {
  const blob = await fileOf(file);
  const ms = round(await timed(() => brought(asked, router, blob)));
  const firstPageMs = round(await timed(() => listed(asked, router)));
  return {
    workload: `${router}: 10,000 rows brought in (ms); the first page after (ms) as p95`,
    ...{ median: ms, p95: firstPageMs },
    bar: "≤ 15 s, the page ≤ 1 s",
    ok: ms <= 15_000 && firstPageMs <= 1_000,
  };
}

/** The roster, and every kind that the record kit reads from Excel. */
export async function imports(asked: Asked): Promise<Line[]> {
  const lines = [await fileImport(asked, "deputies", roster)];
  for (const [router, file] of Object.entries(kitFiles)) lines.push(await fileImport(asked, router, file));
  return lines;
}
