import { randomUUID } from "node:crypto";
import { world } from "./browser";
import type { Account } from "./world";

const kept = (response: Response): string[] =>
  response.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");

/** Signs in as the form does, without a browser; answers the session's cookie. */
export async function signInOverHttp(
  url: string,
  account: Account,
  headers: Record<string, string> = {},
): Promise<string> {
  const opened = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await opened.json()) as { csrfToken: string };
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    headers: { ...headers, cookie: kept(opened).join("; ") },
    body: new URLSearchParams({ ...account, csrfToken, json: "true" }),
  });
  const session = kept(answer).find((cookie) => cookie.includes("renda.session"));
  if (session !== undefined) return session;
  const { url: told } = (await answer.json()) as { url: string };
  throw new Error(`${answer.status} ${new URL(told).searchParams.get("error") ?? ""}`);
}

/** One new handling unit: the smallest change there is. Answers the status. */
export async function createUnit(
  url: string,
  cookie: string,
  name: string,
  township = world.township.code,
): Promise<number> {
  const input = { township, idempotencyKey: randomUUID(), name, kind: "government" };
  const response = await fetch(`${url}/api/trpc/units.create`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json", origin: url },
    body: JSON.stringify({ json: input }),
  });
  await response.arrayBuffer();
  return response.status;
}
