import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { refusalOf } from "@/server/db/sql-state";
import { absoluteSeconds, authSecret, sessionCookie } from "./config";
import { signIn, signOut } from "./sign-in";

const credentials = z.object({ username: z.string().min(1).max(100), password: z.string().min(1).max(400) });

const headerOf = (headers: Record<string, unknown> | undefined, name: string): string | null => {
  const value = headers?.[name];
  return typeof value === "string" ? value : null;
};

/** A full line and an outage are told as what they are: nothing was wrong with the name or the password. */
function busyOrThrow(error: unknown): "busy" {
  const refusal = error instanceof AppError ? error : refusalOf(error);
  if (refusal?.code === "UNAVAILABLE" || refusal?.code === "CONFLICT") return "busy";
  throw error;
}

/** The cookie carries a random token and nothing else; who that is, is asked of the database at every request. */
export function authOptions(): NextAuthOptions {
  return {
    secret: authSecret(),
    session: { strategy: "jwt", maxAge: absoluteSeconds },
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { username: { type: "text" }, password: { type: "password" } },
        async authorize(input, request) {
          const given = credentials.safeParse(input);
          if (!given.success) return null;
          const ip = headerOf(request.headers, "x-forwarded-for")?.split(",")[0]?.trim() ?? null;
          const userAgent = headerOf(request.headers, "user-agent");
          const result = await signIn({ ...given.data, ip, userAgent }).catch(busyOrThrow);
          if (result === "busy") throw new Error("Busy");
          if (result === "tooMany") throw new Error("TooManyAttempts");
          if (result === "wrong") return null;
          return { id: result.accountId, sid: result.token };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => {
        const sid = (user as { sid?: string } | undefined)?.sid;
        return sid === undefined ? token : { sid };
      },
      session: ({ session }) => ({ expires: session.expires }),
      // Only ever back to a path of this very site [S40].
      redirect: ({ url, baseUrl }) => (/^\/(?![/\\])/.test(url) ? `${baseUrl}${url}` : `${baseUrl}/`),
    },
    events: {
      signOut: async ({ token }) => {
        const sid = (token as { sid?: unknown } | undefined)?.sid;
        if (typeof sid === "string") await signOut(sid);
      },
    },
  };
}
