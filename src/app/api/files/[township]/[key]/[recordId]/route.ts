import { randomUUID } from "node:crypto";
import { attachFile, expectFile } from "@/domains/attachments/commands";
import { largestFile } from "@/lib/limits";
import { recordInput } from "@/domains/attachments/schema";
import { notFound } from "@/lib/errors";
import { kindOf } from "@/server/files/kinds";
import { shownName } from "@/server/files/names";
import { receivedFile } from "@/server/files/receive";
import { forgetFile, storeFile } from "@/server/files/store";
import { route } from "@/server/http/answers";
import { fromAnotherSite } from "@/server/http/guard";
import { contextOf } from "@/server/trpc/context";
import type { Context } from "@/server/trpc/init";
import { inTownshipRequest } from "@/server/trpc/township-request";

/** `key` is the type of the record the file is attached to. */
type Route = { params: Promise<{ township: string; key: string; recordId: string }> };

async function upload(request: Request, context: Context, params: Awaited<Route["params"]>) {
  const record = recordInput.safeParse({ recordType: params.key, recordId: params.recordId });
  if (!record.success) throw notFound();
  const asked = {
    township: params.township,
    permission: "attachments:write",
    path: "attachments.add",
  } as const;
  // Asked before the body is read, so that a stranger cannot make the server take 20 MB in.
  const place = await inTownshipRequest(context, { ...asked, readOnly: true }, async (scope) => {
    await expectFile(scope, record.data, 1);
    return { countyId: scope.countyId, townshipId: scope.townshipId, id: randomUUID() };
  });
  const received = await receivedFile(request, largestFile);
  if (received instanceof Response) return received;
  const name = shownName(received.name);
  const { mime } = kindOf(name, received.bytes);
  await storeFile(place, received.bytes);
  try {
    const file = { id: place.id, name, mime, bytes: received.bytes };
    const answer = await inTownshipRequest(context, { ...asked, readOnly: false }, (scope) =>
      attachFile(scope, record.data, file),
    );
    return Response.json(answer, { status: 201, headers: { "cache-control": "private, no-store" } });
  } catch (error) {
    // What stays behind is swept; the failure to tell is the first one.
    await forgetFile(place).catch(() => undefined);
    throw error;
  }
}

/** Takes one file for a record: checked, stored whole, then its row; a failure on the way leaves nothing behind. */
export const POST = route(
  "files.upload",
  async (request, { params }: Route) =>
    fromAnotherSite(request) ?? upload(request, await contextOf(request), await params),
);
