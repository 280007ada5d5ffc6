import "server-only";
import type { LoggerInstance, NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { addressIn } from "@/lib/addresses";
import { refusalOf } from "@/server/db/sql-state";
import { logFault, requestId } from "@/server/http/faults";
import { absoluteSeconds, authSecret, sessionCookie } from "./config";
import { signIn, signOut } from "./sign-in";

/** No account's name holds control characters, and no database could be asked for one [S48]. */
const username = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^\u0000-\u001f\u007f\ud800-\udfff]+$/u);
const credentials = z.object({ username, password: z.string().min(1).max(400) });

const headerOf = (headers: Record<string, unknown> | undefined, name: string): string | null => {
  const value = headers?.[name];
  return typeof value === "string" ? value : null;
};

/** A full line and an outage are told as what they are: nothing was wrong with the name or the password. */
const isBusy = (error: unknown): boolean =>
  ["UNAVAILABLE", "CONFLICT"].includes((error instanceof AppError ? error : refusalOf(error))?.code ?? "");

/** next-auth hands a thrown message to the browser: it becomes a code and the number of the request [S62]. */
function unavailable(error: unknown): never {
  const id = requestId();
  logFault({ layer: "auth", route: "sign-in", error, status: 503, request: id });
  throw new Error(`${isBusy(error) ? "Busy" : "Unavailable"}:${id}`);
}

/** A cookie that nobody here sealed: cut short, changed or made up. The library `jose` says so by these codes. */
const isForeignToken = (error: unknown): boolean =>
  error instanceof Error && /^ERR_(JW|JOSE_)/.test(String(Reflect.get(error, "code")));

/** What next-auth itself has to say goes where every fault goes, without its words; a foreign cookie is no alarm. */
const logger: Partial<LoggerInstance> = {
  error: (code, metadata) => {
    const error = metadata instanceof Error ? metadata : metadata.error;
    const fault = { layer: "auth", route: "next-auth", code, error } as const;
    logFault(isForeignToken(error) ? { ...fault, status: 401 } : fault);
  },
  warn: () => undefined,
  debug: () => undefined,
};

/** The cookie carries a random token and nothing else; who that is, is asked of the database at every request. */
export function authOptions(): NextAuthOptions {
  return {
    secret: authSecret(),
    logger,
    session: { strategy: "jwt", maxAge: absoluteSeconds },
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { username: { type: "text" }, password: { type: "password" } },
        async authorize(input, request) {
          const given = credentials.safeParse(input);
          if (!given.success) return null;
          const headers = { get: (name: string) => headerOf(request.headers, name) };
          const result = await signIn({
            ...given.data,
            ip: addressIn(headers),
            userAgent: headers.get("user-agent"),
          }).catch(unavailable);
          if (result === "tooMany") throw new Error("TooManyAttempts");
          if (result === "merged") throw new Error("Merged");
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
