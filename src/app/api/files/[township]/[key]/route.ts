import { z } from "zod";
import { sentFile } from "@/app/api/files/sent";
import { findAttachment } from "@/domains/attachments/data";
import { notFound } from "@/lib/errors";
import { route } from "@/server/http/answers";
import { contextOf } from "@/server/trpc/context";
import type { Context } from "@/server/trpc/init";
import { inTownshipRequest } from "@/server/trpc/township-request";

/** `key` is the attachment's id. */
type Route = { params: Promise<{ township: string; key: string }> };

async function download(context: Context, { township, key }: Awaited<Route["params"]>) {
  const file = await inTownshipRequest(
    context,
    { township, permission: "attachments:read", path: "attachments.download", readOnly: true },
    (scope) => {
      if (!z.uuid().safeParse(key).success) throw notFound();
      return findAttachment(scope, key);
    },
  );
  return sentFile(file, file);
}

/** One file, for whoever may see its record now: the address holds no right of its own [S15]. */
export const GET = route("files.download", async (request, { params }: Route) =>
  download(await contextOf(request), await params),
);
