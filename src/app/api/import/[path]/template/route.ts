import { route } from "@/server/http/answers";
import { templateOf } from "@/server/sheets/template";
import { downloadHeaders } from "@/server/sheets/write";
import { admitted } from "../../admission";

type Route = { params: Promise<{ path: string }> };

async function template(request: Request, path: string): Promise<Response> {
  const { importable } = await admitted(request, path);
  const file = await templateOf(importable.title, importable.columns);
  return new Response(file, { headers: downloadHeaders(`${importable.title}导入模板`) });
}

export const GET = route("import.template", async (request, { params }: Route) =>
  template(request, (await params).path),
);
