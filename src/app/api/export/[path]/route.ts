import { minuteInText } from "@/lib/dates";
import { AppError } from "@/lib/errors";
import { route } from "@/server/http/answers";
import { fromAnotherSite } from "@/server/http/guard";
import { wordOf } from "@/server/documents/word";
import { downloadHeaders, workbookOf } from "@/server/sheets/write";
import { contextOf } from "@/server/trpc/context";
import { exportedBy } from "../exported";

type Route = { params: Promise<{ path: string }> };

async function exported(request: Request, path: string): Promise<Response> {
  const context = await contextOf(request);
  if (context.session === null) throw new AppError("UNAUTHORIZED", "登录已失效，请重新登录。");
  const taken = await exportedBy(context, path, new URL(request.url).searchParams.get("input"));
  const { townshipName, countyName, displayName } = context.session;
  // Who took it and when stays on the paper [PIPL].
  const note = `${townshipName ?? countyName ?? ""} ${displayName} ${minuteInText(context.now)} 导出`;
  return "blocks" in taken
    ? new Response(await wordOf(taken, note), { headers: downloadHeaders(taken.name, "docx") })
    : new Response(await workbookOf(taken, note, context.session.accountId), {
        headers: downloadHeaders(taken.title),
      });
}

/** `/api/export/<router>.<exportRows>?input=<JSON of the query's input>`: a table as an Excel file, a paper as a Word file. */
export const GET = route(
  "export",
  async (request, { params }: Route) => fromAnotherSite(request) ?? exported(request, (await params).path),
);
