import "server-only";
import { createHash } from "node:crypto";
import { openApiDocument } from "@/domains/exports/data/document";
import type { Endpoint } from "@/domains/exports/data/endpoint";
import { endpoints } from "@/domains/exports/data/endpoints";
import { scopeLabels } from "@/domains/exports/labels";
import { addressIn } from "@/lib/addresses";
import { csvOf } from "@/lib/csv";
import { AppError } from "@/lib/errors";
import { holderOfExportToken } from "@/server/auth/export-token";
import { withCountyScope } from "@/server/db/scope";
import { inTurnOf } from "@/server/db/turns";
import { requestId } from "@/server/http/faults";
import { toldOf } from "@/server/http/answers";

/** An answer is for whoever showed the token, and for nobody's cache; no other site's page may read it. */
const guarded = { "cache-control": "private, no-store", "x-content-type-options": "nosniff" };

type Told = { rows: Record<string, unknown>[]; next: string | null; asOf: string };

/** The parameters as written, each once. */
function parametersIn({ searchParams }: URL): Record<string, string> {
  const names = [...searchParams.keys()];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new AppError(
      "BAD_REQUEST",
      `参数 ${twice.slice(0, 40)} 写了两次；要几个值的，用半角逗号隔开写在一起。`,
    );
  return Object.fromEntries(searchParams);
}

function refuseUnknown({ query }: Endpoint, asked: Record<string, string>): void {
  const known = Object.keys(query.shape);
  const strange = Object.keys(asked).find((name) => !known.includes(name));
  if (strange !== undefined)
    throw new AppError(
      "BAD_REQUEST",
      `没有「${strange.slice(0, 40)}」这个参数，可用的有 ${known.join("、")}。`,
    );
}

async function read(request: Request, endpoint: Endpoint): Promise<Told & { asked: Record<string, string> }> {
  const holder = await holderOfExportToken(
    request.headers.get("authorization"),
    addressIn(request.headers),
    requestId(),
  );
  if (!holder.scopes.includes(endpoint.scope))
    throw new AppError(
      "FORBIDDEN",
      `这个令牌不能读「${scopeLabels[endpoint.scope]}」，需要时请县人大常委会另发一个含 ${endpoint.scope} 的令牌。`,
    );
  const asked = parametersIn(new URL(request.url));
  refuseUnknown(endpoint, asked);
  const reading = { actor: holder.actor, readOnly: true };
  return inTurnOf("reads")(
    () =>
      withCountyScope(holder.countyId, reading, async (scope) => ({
        ...(await endpoint.read(scope, asked)),
        asOf: scope.now.toISOString(),
        asked,
      })),
    request.signal,
  );
}

/** The same rows have the same mark, whenever they are read. */
const markOf = (told: Pick<Told, "rows" | "next">, format: string): string =>
  `"${createHash("sha256")
    .update(JSON.stringify([format, told.rows, told.next]))
    .digest("base64url")}"`;

type Row = Record<string, string | number | boolean | null>;

async function answer(request: Request, endpoint: Endpoint): Promise<Response> {
  const { asked, ...told } = await read(request, endpoint);
  const format = asked["format"] ?? "json";
  const etag = markOf(told, format);
  const headers = { ...guarded, etag };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  if (format === "json") return Response.json(told, { headers });
  const columns = Object.keys(endpoint.row.shape);
  return new Response(csvOf(columns, told.rows as Row[]), {
    headers: {
      ...headers,
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${endpoint.path.slice(1).replaceAll("/", "-")}.csv"`,
      ...(told.next === null ? {} : { "x-next": told.next }),
    },
  });
}

let document: string | undefined;

/** Says how the interface is called and nothing of any county: it is read without a token. */
const described = (): Response =>
  new Response((document ??= JSON.stringify(openApiDocument(), null, 2)), {
    headers: { ...guarded, "content-type": "application/json; charset=utf-8" },
  });

const noSuch = () =>
  new AppError(
    "NOT_FOUND",
    `没有这个地址。可读的有 ${endpoints.map(({ path }) => path).join("、")}，见 openapi.json。`,
  );

export const refused = (status: number, code: string, message: string): Response =>
  Response.json(
    { code, message },
    { status, headers: { ...guarded, ...(status === 401 ? { "www-authenticate": "Bearer" } : {}) } },
  );

/** @param path below /api/v1 */
export async function exportAnswer(request: Request, path: string): Promise<Response> {
  try {
    if (path === "openapi.json") return described();
    const endpoint = endpoints.find((one) => one.path === `/${path}`);
    if (endpoint === undefined) throw noSuch();
    return await answer(request, endpoint);
  } catch (error) {
    const { status, code, message } = toldOf(error, "export-api");
    return refused(status, code, message);
  }
}
