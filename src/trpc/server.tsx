import "server-only";
import { type DataTag, dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { TRPCError } from "@trpc/server";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache, type ReactNode } from "react";
import { addressIn } from "@/lib/addresses";
import { AppError } from "@/lib/errors";
import { sessionCookie } from "@/server/auth/config";
import { may, type Permission } from "@/server/auth/permissions";
import { askedWithCookie, type SessionOnRequest } from "@/server/auth/session";
import { requestId } from "@/server/http/faults";
import { appRouter, createCaller } from "@/server/trpc/root";
import type { Context } from "@/server/trpc/init";
import { makeQueryClient } from "./query-client";

/** The error page shows an error's digest as its number: this one is found in the log. */
function numbered(error: unknown): never {
  if (error instanceof Error && !("digest" in error)) Object.assign(error, { digest: requestId() });
  throw error;
}

const context = cache(async (): Promise<Context> => {
  const cookie = (await cookies()).get(sessionCookie().name)?.value;
  const ip = addressIn(await headers());
  const asked = await askedWithCookie(cookie, true).catch(numbered);
  return { ...asked, ip, requestId: requestId() };
});

const queryClient = cache(makeQueryClient);

const refusedPath = "/no-permission";

/** The signed-in person of this page's request; without one the page leads to the sign-in. */
export async function requireSession(): Promise<SessionOnRequest> {
  const { session } = await context();
  if (session === null) redirect("/sign-in");
  return session;
}

/** Somebody who has a password of his own; a first password leads to the page that changes it, before any query runs. */
export async function requireReady(): Promise<SessionOnRequest> {
  const session = await requireSession();
  if (session.mustChangePassword) redirect("/account/password");
  return session;
}

/** For pages that only serve to change something: whoever may not is told so before he has typed. */
export async function requireRight(permission: Permission): Promise<void> {
  if (!may((await requireReady()).role, permission)) redirect(refusedPath);
}

export async function currentSession(): Promise<SessionOnRequest | null> {
  return (await context()).session;
}

/** `api.suggestions.list.queryOptions(…)` on the server; give the result to `prefetch`. */
export const api = createTRPCOptionsProxy({ ctx: context, router: appRouter, queryClient });

/** Procedures called directly, for pages that need a value itself. */
export const caller = cache(async () => {
  await requireReady();
  return createCaller(await context());
});

function refusalAsPage(error: unknown): never {
  const cause = error instanceof Error ? error.cause : null;
  if (cause instanceof AppError && cause.code === "NOT_FOUND") notFound();
  if (cause instanceof AppError && cause.code === "BAD_REQUEST") notFound();
  if (cause instanceof AppError && cause.code === "UNAUTHORIZED") redirect("/sign-in");
  if (cause instanceof AppError && cause.code === "FORBIDDEN") redirect(refusedPath);
  if (error instanceof TRPCError && error.code === "BAD_REQUEST") notFound();
  return numbered(error);
}

/** A called procedure's value; a refusal becomes a page as in `prefetch`. */
export async function orNotFound<Value>(called: Promise<Value>): Promise<Value> {
  try {
    return await called;
  } catch (error) {
    return refusalAsPage(error);
  }
}

type Query = { readonly queryKey: readonly unknown[] };

const askedAlready = cache(() => new Map<string, Promise<unknown>>());

/** Asks once, however many parts of a page want the answer: a refusal is a refusal once, too. */
function answerTo(query: Query): Promise<unknown> {
  const asked = askedAlready();
  const key = JSON.stringify(query.queryKey);
  const answer = asked.get(key) ?? queryClient().query(query);
  asked.set(key, answer);
  return answer;
}

/** A tab's title from what the page shows; what is refused has no name, and the page itself says so. */
export async function titleFrom<Answer, Fault>(
  query: { readonly queryKey: DataTag<readonly unknown[], Answer, Fault> },
  nameOf: (answer: NoInfer<Answer>) => string,
): Promise<Metadata> {
  await requireReady();
  try {
    const answer = (await answerTo(query)) as Answer;
    return { title: nameOf(answer) };
  } catch {
    return { title: "没有找到这一页" };
  }
}

/**
 * Runs a page's queries before it is drawn, one after another. A refusal becomes the page's own answer:
 * no session → sign-in, no right → the page that says so, unknown or foreign record → the not-found page.
 */
export async function prefetch(...queries: Query[]): Promise<void> {
  await requireReady();
  for (const query of queries) await orNotFound(answerTo(query));
}

export function Hydrate({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(queryClient())}>{children}</HydrationBoundary>;
}
