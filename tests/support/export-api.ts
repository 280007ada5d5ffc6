import { GET, POST } from "@/app/api/v1/[...path]/route";
import { exportScopes, type ExportScope } from "@/domains/exports/rules/scopes";
import { dayOf } from "@/lib/dates";
import { callerAs, newKey, type TestCounty } from "./tenants";

export type ExportAnswer = { status: number; headers: Headers; text: string; json: unknown };

const read = async (response: Response): Promise<ExportAnswer> => {
  // As bytes: a CSV's mark must not be taken off on the way.
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
  const isJson = (response.headers.get("content-type") ?? "").startsWith("application/json");
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : null };
};

const bearer = (secret: string | null): Record<string, string> =>
  secret === null ? {} : { authorization: `Bearer ${secret}` };

const addressOf = (path: string, query: string): string =>
  `http://renda.example:3000/api/v1/${path}${query === "" ? "" : `?${query}`}`;

/** Asks the export API as another system does. @param path without the slash @param asked parameters, or the query as written */
export async function exportGet(
  path: string,
  asked: Record<string, string> | string,
  secret: string | null,
  headers: Record<string, string> = {},
): Promise<ExportAnswer> {
  const query = typeof asked === "string" ? asked : new URLSearchParams(asked).toString();
  const request = new Request(addressOf(path, query), { headers: { ...bearer(secret), ...headers } });
  return read(await GET(request, { params: Promise.resolve({ path: path.split("/") }) }));
}

export const exportPost = async (path: string, secret: string): Promise<ExportAnswer> =>
  read(await POST(new Request(addressOf(path, ""), { method: "POST", headers: bearer(secret), body: "{}" })));

/** A token of the county as its office would issue it, with its id. */
export async function issueToken(
  county: TestCounty,
  name: string,
  scopes: readonly ExportScope[] = exportScopes,
): Promise<{ id: string; secret: string }> {
  const made = await callerAs("countyStaff", county).exports.issue({
    ...{ idempotencyKey: newKey(), name, scopes: [...scopes], expiresOn: dayOf(new Date()) },
  });
  if (made.secret === null) throw new Error("a token is shown once, and this was the once");
  return { id: made.id, secret: made.secret };
}
