import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import ExcelJS from "exceljs";
import type { BenchCounty } from "./dataset";
import { round, timed } from "./measure";
import type { Line } from "./measuring";

const people = 10_000;
const header = ["姓名", "性别", "级别", "届次", "选区", "小组", "职业", "电话", "起始日期"];

async function rosterFile(): Promise<Blob> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("名册");
  sheet.addRow(header);
  for (let n = 1; n <= people; n += 1) {
    const seat = `第${(n % 400) + 1}选区`;
    const phone = String(13_800_000_000 + n);
    const levels = n % 10 === 0 ? "县、乡镇" : "乡镇";
    sheet.addRow([
      `演示${n}号`,
      "女",
      levels,
      "第十九届",
      seat,
      `第${(n % 5) + 1}代表小组`,
      "教师",
      phone,
      "2022-01-12",
    ]);
  }
  return new Blob([await book.xlsx.writeBuffer()]);
}

type Asked = { url: string; cookie: string; township: BenchCounty["townships"][number] };

async function brought({ url, cookie, township }: Asked, file: Blob): Promise<void> {
  const form = new FormData();
  form.set("township", township.code);
  form.set("idempotencyKey", randomUUID());
  form.set("file", file, "名册.xlsx");
  const accepted = await fetch(`${url}/api/import/deputies.importRows`, {
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

async function listed({ url, cookie, township }: Asked): Promise<void> {
  const input = encodeURIComponent(JSON.stringify({ 0: { json: { township: township.code } } }));
  const answer = await fetch(`${url}/api/trpc/deputies.list?batch=1&input=${input}`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`the roster cannot be read after the import: ${await answer.text()}`);
}

/** A roster of 10,000 rows, from the upload to the last row stored, and the first page of it read at once after. */
export async function rosterImport(asked: Asked): Promise<Line> {
  const file = await rosterFile();
  const ms = round(await timed(() => brought(asked, file)));
  const firstPageMs = round(await timed(() => listed(asked)));
  return {
    workload: "roster of 10,000 brought in (ms); its first page (ms) as p95",
    median: ms,
    p95: firstPageMs,
    bar: "≤ 15 s, the page ≤ 1 s",
    ok: ms <= 15_000 && firstPageMs <= 1_000,
  };
}
