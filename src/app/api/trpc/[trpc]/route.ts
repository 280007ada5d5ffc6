import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { AppError } from "@/lib/errors";
import { callBytes } from "@/lib/limits";
import { route } from "@/server/http/answers";
import { answerDirectly } from "@/server/http/direct";
import { logFault } from "@/server/http/faults";
import { bodyWithin, fromAnotherSite, refuse } from "@/server/http/guard";
import { contextOf } from "@/server/trpc/context";
import { type Context, toTrpcError } from "@/server/trpc/init";
import { appRouter } from "@/server/trpc/root";

const maxBatch = 10;

/** Who is asking could not be found out: a refusal as any other, not a fault without a name. */
async function context(request: Request, touch: boolean): Promise<Context> {
  try {
    return await contextOf(request, touch);
  } catch (error) {
    throw error instanceof AppError ? toTrpcError(error) : error;
  }
}

async function answer(request: Request): Promise<Response> {
  const touch = request.headers.get("x-poll") === null;
  const response = await fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    allowMethodOverride: false,
    maxBatchSize: maxBatch,
    createContext: () => context(request, touch),
    onError: ({ error, path }) => {
      const status = getHTTPStatusCodeFromError(error);
      if (status >= 500) logFault({ layer: "trpc", route: path ?? "trpc", error, status });
    },
  });
  response.headers.set("cache-control", "private, no-store, no-transform");
  return response;
}

export const GET = route("trpc", (request) => fromAnotherSite(request) ?? answer(request));

async function post(request: Request): Promise<Response> {
  const foreign = fromAnotherSite(request);
  if (foreign) return foreign;
  if (!(request.headers.get("content-type") ?? "").startsWith("application/json")) {
    return refuse(403, "请求格式不对，请刷新页面后再试。");
  }
  const body = await bodyWithin(request, callBytes);
  if (body instanceof Response) return body;
  const { url, headers, signal } = request;
  return answer(new Request(url, { method: "POST", headers, body, signal }));
}

export const POST = route("trpc", post);

// In development modules are loaded again and again; there Next, which knows the newest, is asked.
if (process.env.NODE_ENV === "production") answerDirectly("/api/trpc/", { GET, POST });
