import securityHeaders from "./security-headers.mjs";

/** Why a request is turned away before any page or procedure sees it. */
export type Refusal = {
  status: number;
  message: string;
  clearCookies?: readonly string[];
  /** The methods that are served, when it was the method. */
  allow?: string;
};

const ownCookie = /^(__(Host|Secure)-)?(renda|next-auth)\./;

function decodes(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** Our own cookies that nobody can read any more; another program's on the same machine are none of our business. */
export function unreadableCookies(header: string): string[] {
  return header
    .split(";")
    .map((pair) => pair.trim().split("="))
    .filter(([name = "", ...value]) => ownCookie.test(name) && !decodes(value.join("=")))
    .map(([name = ""]) => name);
}

const hostPattern = /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/** A host as browsers write it. */
export const isHost = (text: string): boolean =>
  text.length <= 260 && hostPattern.test(text) && URL.canParse(`http://${text}/`);

/** A path of this server: decodable, without control characters and without anything that could name another host. */
export function isPath(target: string): boolean {
  const path = target.split("?", 1)[0] ?? "";
  if (!path.startsWith("/") || path.startsWith("//") || path.includes("\\") || !decodes(path)) return false;
  const decoded = decodeURIComponent(path);
  // Browsers resolve dots before they ask; left to Next, the address would be another than the one that was looked at.
  if (/[\u0000-\u001f\u007f]/.test(decoded) || decoded.split("/").some((part) => /^\.\.?$/.test(part)))
    return false;
  return URL.canParse(target, "http://host");
}

/** What may be sent to: our own API, and in development the tools that Next puts into its pages. */
const takesPosts = (path: string): boolean =>
  path.startsWith("/api/") || (process.env.NODE_ENV === "development" && path.startsWith("/__nextjs"));

/** Next takes a form sent to any page for one of its actions, which we have none of, and fails at methods it does not know. */
function refusedMethod(method: string, target: string): Refusal | null {
  const allowed = takesPosts(target) ? ["GET", "HEAD", "POST"] : ["GET", "HEAD"];
  if (allowed.includes(method)) return null;
  const message = "这个网址不接受这样的提交，没有保存。请回到原来的页面，等它完全打开后再试。";
  return { status: 405, message, allow: allowed.join(", ") };
}

const badRequest = (message: string, more: object = {}): Refusal => ({ status: 400, message, ...more });

/** The first thing that is wrong with how the request is written; null when it can be read. */
export function unreadable(request: {
  method: string;
  target: string;
  hosts: string[];
  cookie: string;
}): Refusal | null {
  const [host = "", ...others] = request.hosts;
  if (others.length > 0 || !isHost(host)) return badRequest("请求里的主机名无法识别。请核对网址后重新打开。");
  if (!isPath(request.target))
    return badRequest("网址不完整或含有无法识别的字符。请核对网址，或从首页进入。");
  const broken = unreadableCookies(request.cookie);
  if (broken.length === 0) return refusedMethod(request.method, request.target);
  return badRequest("浏览器里保存的登录信息已损坏，现已清除。请刷新页面重新登录。", { clearCookies: broken });
}

const charsetOf = (type: string): string => /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(type)?.[1] ?? "utf-8";

/** A body is read as it stands and as UTF-8; packed or in another script's encoding it would be stored as other characters. */
export function unknownEncoding(contentType: string, contentEncoding: string): Refusal | null {
  const plain = ["", "identity"].includes(contentEncoding.trim().toLowerCase());
  if (plain && /^utf-?8$/i.test(charsetOf(contentType))) return null;
  const message = "提交的内容用了不能识别的编码或压缩方式，没有保存。请用 UTF-8 编码、不压缩地提交。";
  return { status: 415, message };
}

export const tooLarge = (bytes: number): Refusal => ({
  status: 413,
  message:
    bytes < 1_048_576
      ? `提交的内容超过 ${Math.round(bytes / 1024)} KB，没有保存。请减少内容后再交。`
      : `提交的内容超过 ${Math.floor(bytes / 1_048_576)} MB，没有保存。请拆分后再交。`,
});

export const tooSlow: Refusal = {
  status: 408,
  message: "提交的内容没有在规定时间内传完，没有保存。请检查网络后再试。",
};

/** Of a connection whose request could not even be parsed, by the parser's own code. */
export const unparsable = (code: string): Refusal => {
  if (code === "HPE_HEADER_OVERFLOW")
    return { status: 431, message: "请求头太长。请清除本网站的浏览数据后重新打开。" };
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return tooSlow;
  return badRequest("请求的格式不对。请刷新页面后再试。");
};

export const internal = (id: string): Refusal => ({
  status: 500,
  message: `系统出了差错，没有办成。请稍后再试；仍不行时把请求编号 ${id} 告诉管理员。`,
});

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The whole answer: a page for whoever asked for one, JSON in the API's shape for everybody else. */
export function answerTo(refusal: Refusal, id: string, wantsPage: boolean) {
  const { status, message, allow, clearCookies = [] } = refusal;
  const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>没有办成 · 县乡人大工作平台</title><main><h1>没有办成</h1><p>${escaped(message)}</p><p><small>请求编号 ${id}（报修时请告诉管理员）</small></p><p><a href="/">回到首页</a></p></main></html>`;
  const body = wantsPage ? page : JSON.stringify({ error: { message, requestId: id } });
  const cleared = clearCookies.map(
    (name) => `${name}=; Path=/; Max-Age=0; HttpOnly${name.startsWith("__") ? "; Secure" : ""}`,
  );
  return {
    status,
    body,
    headers: {
      ...Object.fromEntries(securityHeaders.everywhere.map(({ key, value }) => [key.toLowerCase(), value])),
      "content-type": wantsPage ? "text/html; charset=utf-8" : "application/json; charset=utf-8",
      "content-length": String(Buffer.byteLength(body)),
      "content-security-policy": "default-src 'none'",
      "cache-control": "private, no-store",
      "x-request-id": id,
      ...(allow === undefined ? {} : { allow }),
      ...(cleared.length > 0 ? { "set-cookie": cleared } : {}),
    },
  };
}
