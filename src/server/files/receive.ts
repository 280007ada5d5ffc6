import "server-only";
import { AppError } from "@/lib/errors";
import { multipartOverhead } from "@/lib/limits";
import { bodyWithin } from "@/server/http/guard";

/**
 * The one file of a multipart body, read no further than the limit [S47]; or the refusal to send back.
 * @throws BAD_REQUEST when there is no file or more than one
 */
export async function receivedFile(
  request: Request,
  limit: number,
): Promise<{ name: string; bytes: Buffer } | Response> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) {
    throw new AppError("BAD_REQUEST", "请用页面上的「添加附件」上传文件。");
  }
  const body = await bodyWithin(request, limit + multipartOverhead);
  if (body instanceof Response) return body;
  const form = await new Response(body, { headers: { "content-type": type } }).formData().catch(() => null);
  const [file, ...others] = form?.getAll("file") ?? [];
  if (!(file instanceof File) || others.length > 0) {
    throw new AppError("BAD_REQUEST", "一次请上传一个文件，没有收到就重新选择再传。");
  }
  if (file.size > limit) throw new AppError("TOO_LARGE", "文件超过 20 MB，请压缩或拆分后再传。");
  return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
}
