import "server-only";
import { randomUUID } from "node:crypto";
import { askedWithCookie, cookieValueOf } from "@/server/auth/session";
import type { Context } from "./init";

/** @param touch whether this request counts as activity of the person; polling does not [S30] */
export async function contextOf(request: Request, touch = true): Promise<Context> {
  return {
    ...(await askedWithCookie(cookieValueOf(request), touch)),
    ip: request.headers.get("x-forwarded-for")?.split(",")[0]?.trim() ?? null,
    requestId: randomUUID(),
  };
}
