import "server-only";
import { AppError } from "@/lib/errors";
import { importFields } from "@/lib/limits";
import { largestImportFile } from "@/lib/sheets";
import { bodyWithin } from "@/server/http/guard";

/** The multipart form of an import, read no further than the limit; or the refusal to send back [S47]. */
export async function uploaded(request: Request): Promise<{ file: Uint8Array; fields: FormData } | Response> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) throw new AppError("BAD_REQUEST", "请用导入页面上传文件。");
  const body = await bodyWithin(request, largestImportFile + importFields);
  if (body instanceof Response) return body;
  const fields = await new Response(body, { headers: { "content-type": type } }).formData().catch(() => null);
  const file = fields?.get("file");
  if (!fields || !(file instanceof File))
    throw new AppError("BAD_REQUEST", "没有收到文件，请重新选择后再传。");
  if (file.size > largestImportFile) throw new AppError("TOO_LARGE", "文件超过 10 MB，请拆分后再传。");
  return { file: new Uint8Array(await file.arrayBuffer()), fields };
}
