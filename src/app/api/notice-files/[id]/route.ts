import { randomUUID } from "node:crypto";
import { z } from "zod";
import { attachNoticeFile, expectNoticeFile } from "@/domains/notices/commands/files";
import { readableFile } from "@/domains/notices/data/files";
import { notFound } from "@/lib/errors";
import { largestFile } from "@/lib/limits";
import { kindOf } from "@/server/files/kinds";
import { dispositionOf, shownName } from "@/server/files/names";
import { receivedFile } from "@/server/files/receive";
import { forgetFile, openFile, placeOfCounty, storeFile } from "@/server/files/store";
import { route } from "@/server/http/answers";
import { fromAnotherSite } from "@/server/http/guard";
import { contextOf } from "@/server/trpc/context";
import { inCountyRequest, inOwnRequest } from "@/server/trpc/county-request";
import type { Context } from "@/server/trpc/init";

/** The file's own id for reading it, and its notice's for putting one to it. */
type Route = { params: Promise<{ id: string }> };

const idOf = async ({ params }: Route): Promise<string> => {
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) throw notFound();
  return id;
};

async function download(context: Context, id: string) {
  const asked = { permission: "notices:read", path: "notices.download" } as const;
  const { file, place } = await inOwnRequest(context, asked, async (scope) => ({
    file: await readableFile(scope, id),
    place: placeOfCounty(scope.countyId, id),
  }));
  const { size, stream } = await openFile(place);
  return new Response(stream, {
    headers: {
      "content-type": file.mime,
      "content-length": String(size),
      "content-disposition": dispositionOf(file.name),
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
    },
  });
}

/** A notice's file, for the county and the townships the notice was sent to [S15]. */
export const GET = route("notices.download", async (request, at: Route) =>
  download(await contextOf(request), await idOf(at)),
);

async function upload(request: Request, context: Context, noticeId: string) {
  const asked = { permission: "notices:manage", path: "notices.addFile" } as const;
  // Asked before the body is read, so that a stranger cannot make the server take 20 MB in.
  const place = await inCountyRequest(context, { ...asked, readOnly: true }, async (scope) => {
    await expectNoticeFile(scope, noticeId);
    return placeOfCounty(scope.countyId, randomUUID());
  });
  const received = await receivedFile(request, largestFile);
  if (received instanceof Response) return received;
  const name = shownName(received.name);
  const { mime } = kindOf(name, received.bytes);
  await storeFile(place, received.bytes);
  try {
    const file = { id: place.id, name, mime, bytes: received.bytes };
    const answer = await inCountyRequest(context, { ...asked, readOnly: false }, (scope) =>
      attachNoticeFile(scope, noticeId, file),
    );
    return Response.json(answer, { status: 201, headers: { "cache-control": "private, no-store" } });
  } catch (error) {
    // What stays behind is swept; the failure to tell is the first one.
    await forgetFile(place).catch(() => undefined);
    throw error;
  }
}

/** Takes one file for a notice that is still a draft. */
export const POST = route(
  "notices.upload",
  async (request, at: Route) =>
    fromAnotherSite(request) ?? upload(request, await contextOf(request), await idOf(at)),
);
