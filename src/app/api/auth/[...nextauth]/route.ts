import NextAuth from "next-auth";
import { NextRequest } from "next/server";
import { z } from "zod";
import { AppError, notFound } from "@/lib/errors";
import { limitOf } from "@/lib/limits";
import { authOptions } from "@/server/auth/options";
import { route } from "@/server/http/answers";
import { bodyWithin } from "@/server/http/guard";

type Route = { params: Promise<{ nextauth: string[] }> };
type Handler = (request: Request, context: unknown, options: unknown) => Promise<Response>;

// next-auth 4 types its handler for the pages router only; with a Request it serves route handlers.
const nextAuth = NextAuth as unknown as Handler;

/** What the product uses of next-auth; the rest, such as writing into our log, is not there. */
const served: Record<string, readonly string[]> = {
  GET: ["csrf", "session", "providers", "signin", "signout", "error"],
  POST: ["callback", "signout"],
};

const fields = z.record(z.string().max(100), z.string().max(2_000));
const incomplete = () => new AppError("BAD_REQUEST", "请求的格式不对，请刷新页面后再试。");

function parsed(text: string, json: boolean): unknown {
  try {
    return json ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text));
  } catch {
    throw incomplete();
  }
}

function readable(url: string, base: string): boolean {
  return URL.canParse(url, base) && /^https?:$/.test(new URL(url, base).protocol);
}

/** Cookies and fields next-auth would call a fault of the server when they lead nowhere. */
function assertReadable(request: NextRequest, given: Record<string, string>): void {
  const cookies = request.cookies.getAll().filter(({ name }) => name.endsWith("next-auth.callback-url"));
  const targets = [
    given["callbackUrl"],
    request.nextUrl.searchParams.get("callbackUrl"),
    ...cookies.map(({ value }) => value),
  ];
  const wrong = targets.some((url) => url && !readable(url, request.nextUrl.origin));
  if (wrong) throw incomplete();
}

async function formOf(request: NextRequest): Promise<Record<string, string> | Response> {
  const body = await bodyWithin(request, limitOf(request.nextUrl.pathname).bytes);
  if (body instanceof Response) return body;
  const json = (request.headers.get("content-type") ?? "").includes("application/json");
  const form = fields.safeParse(parsed(new TextDecoder().decode(body), json));
  if (!form.success) throw incomplete();
  return form.data;
}

/** Its own refusals are English texts; those of a wrong password are JSON and pass. */
async function inChinese(answering: Promise<Response>): Promise<Response> {
  const response = await answering;
  const json = (response.headers.get("content-type") ?? "").includes("json");
  if (response.status >= 400 && !json) throw incomplete();
  return response;
}

/** next-auth behind our own reading of what it is given: it gets fields that are texts, and nothing it does not serve. */
async function answer(request: Request, context: Route): Promise<Response> {
  const [action = ""] = (await context.params).nextauth;
  if (!served[request.method]?.includes(action)) throw notFound();
  const asked = new NextRequest(request.url, { method: request.method, headers: request.headers });
  const form = request.method === "POST" ? await formOf(new NextRequest(request)) : {};
  if (form instanceof Response) return form;
  assertReadable(asked, form);
  if (request.method === "GET") return inChinese(nextAuth(asked, context, authOptions()));
  const headers = new Headers(request.headers);
  headers.set("content-type", "application/x-www-form-urlencoded");
  headers.delete("content-length");
  const body = new URLSearchParams(form).toString();
  const passed = new NextRequest(request.url, { method: "POST", headers, body });
  return inChinese(nextAuth(passed, context, authOptions()));
}

const handler = route("auth", answer);

export { handler as GET, handler as POST };
