import { z } from "zod";
import { AppError } from "@/lib/errors";
import { route } from "@/server/http/answers";
import { fromAnotherSite } from "@/server/http/guard";
import { markedWorkbook } from "@/server/sheets/marked";
import { readLines } from "@/server/sheets/read";
import { rowsOf } from "@/server/sheets/rows";
import { downloadHeaders } from "@/server/sheets/write";
import { admitted } from "../../admission";
import { uploaded } from "../../upload";

type Route = { params: Promise<{ path: string }> };

const faults = z
  .array(z.object({ row: z.int(), column: z.string().max(100), message: z.string().max(500) }))
  .max(5_000);

function faultsOf(form: FormData) {
  const text = form.get("errors");
  try {
    return faults.parse(JSON.parse(typeof text === "string" ? text : ""));
  } catch {
    throw new AppError("BAD_REQUEST", "请求不完整，请重新上传文件核对。");
  }
}

async function marked(request: Request, path: string): Promise<Response> {
  const { importable, session } = await admitted(request, path);
  const form = await uploaded(request);
  if (form instanceof Response) return form;
  const listed = faultsOf(form.fields);
  const { columns } = importable;
  const sheet = rowsOf(await readLines(form.file, session.accountId), columns);
  const file = await markedWorkbook(sheet, listed, columns, session.accountId);
  return new Response(file, { headers: downloadHeaders(`${importable.title}错误标注`) });
}

/** The uploaded rows with a column 错误原因; nothing is written, nothing is kept. */
export const POST = route(
  "import.marked",
  async (request, { params }: Route) => fromAnotherSite(request) ?? marked(request, (await params).path),
);
