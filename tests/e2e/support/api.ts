import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { world } from "./browser";

type Answer = { result?: { data: { json: unknown } }; error?: { json: { message: string } } };

/* What a test only needs to be there is sent as the page would send it, by whoever is signed in. */

async function answered<Out>(path: string, got: { json(): Promise<unknown> }): Promise<Out> {
  const { result, error } = (await got.json()) as Answer;
  if (result === undefined) throw new Error(`${path}: ${error?.json.message ?? "no answer"}`);
  return result.data.json as Out;
}

export const ask = async <Out>(page: Page, path: string, input: object): Promise<Out> =>
  answered<Out>(
    path,
    await page.request.get(`/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`),
  );

export const tell = async <Out = { id: string }>(page: Page, path: string, input: object): Promise<Out> =>
  answered<Out>(
    path,
    await page.request.post(`/api/trpc/${path}`, {
      data: { json: { idempotencyKey: randomUUID(), ...input } },
      headers: { origin: world.url },
    }),
  );
