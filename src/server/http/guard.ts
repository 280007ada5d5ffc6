import "server-only";
import { AppError } from "@/lib/errors";

const refuse = (status: number, message: string) =>
  Response.json({ error: { message } }, { status, headers: { "cache-control": "private, no-store" } });

/** The request must come from our own pages: another site's form or script is turned away [S41]. */
export function fromAnotherSite(request: Request): Response | null {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const host = request.headers.get("host");
  const foreignOrigin = origin !== null && (!URL.canParse(origin) || new URL(origin).host !== host);
  if ((site !== null && site !== "same-origin" && site !== "none") || foreignOrigin) {
    return refuse(403, "请求来自其他网站，已拒绝。请在本系统页面内操作。");
  }
  return null;
}

/** Whoever hangs up, or sends too slowly, before all is there: that is no fault of ours, and a part is never the whole. */
const brokenOff = (): AppError =>
  new AppError("BAD_REQUEST", "提交的内容没有传完，没有保存。请检查网络后再交一次。");

/** The body, read no further than `limit` bytes whatever the length header claims [S47]. */
export async function bodyWithin(
  request: Request,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | Response> {
  const tooLarge = () =>
    refuse(413, `提交的内容超过 ${String(Math.round(limit / 1_048_576))} MB，请拆分后再交。`);
  if (Number(request.headers.get("content-length") ?? 0) > limit) return tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of request.body ?? []) {
      size += part.byteLength;
      if (size > limit) return tooLarge();
      parts.push(part);
    }
  } catch {
    throw brokenOff();
  }
  const whole = new Uint8Array(size);
  parts.reduce((at, part) => (whole.set(part, at), at + part.byteLength), 0);
  return whole;
}

export { refuse };
