import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { AppError } from "@/lib/errors";
import { bodyWithin, fromAnotherSite, refuse } from "@/server/http/guard";
import { contextOf } from "@/server/trpc/context";
import { toTrpcError } from "@/server/trpc/init";
import { appRouter } from "@/server/trpc/root";

const bodyLimit = 2 * 1_048_576;
const maxBatch = 10;

async function answer(request: Request): Promise<Response> {
  const touch = request.headers.get("x-poll") === null;
  const response = await fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    allowMethodOverride: false,
    maxBatchSize: maxBatch,
    // Outside of every procedure, so that its refusal is mapped here.
    createContext: () =>
      contextOf(request, touch).catch((error: unknown) => {
        throw error instanceof AppError ? toTrpcError(error) : error;
      }),
  });
  response.headers.set("cache-control", "private, no-store, no-transform");
  return response;
}

export function GET(request: Request): Promise<Response> | Response {
  return fromAnotherSite(request) ?? answer(request);
}

export async function POST(request: Request): Promise<Response> {
  const foreign = fromAnotherSite(request);
  if (foreign) return foreign;
  if (!(request.headers.get("content-type") ?? "").startsWith("application/json")) {
    return refuse(403, "请求格式不对，请刷新页面后再试。");
  }
  const body = await bodyWithin(request, bodyLimit);
  if (body instanceof Response) return body;
  return answer(new Request(request.url, { method: "POST", headers: request.headers, body }));
}
