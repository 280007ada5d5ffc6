import "server-only";
import { addressIn } from "@/lib/addresses";
import { changeReasonIn } from "@/lib/change-reason";
import { askedWithCookie, cookieValueOf } from "@/server/auth/session";
import { requestId } from "@/server/http/faults";
import type { Context } from "./init";

/** @param touch whether this request counts as activity of the person; polling does not [S30] */
export async function contextOf(request: Request, touch = true): Promise<Context> {
  return {
    ...(await askedWithCookie(cookieValueOf(request), touch)),
    ip: addressIn(request.headers),
    reason: changeReasonIn(request.headers),
    requestId: requestId(),
  };
}
