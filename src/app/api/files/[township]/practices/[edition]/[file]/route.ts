import { z } from "zod";
import { sentFile } from "@/app/api/files/sent";
import { editionFile } from "@/domains/practices/data/files";
import { notFound } from "@/lib/errors";
import { route } from "@/server/http/answers";
import { contextOf } from "@/server/trpc/context";
import type { Context } from "@/server/trpc/init";
import { inTownshipRequest } from "@/server/trpc/township-request";

/** `township` is whoever reads, or the author's where the county does. */
type Route = { params: Promise<{ township: string; edition: string; file: string }> };

const isId = (text: string): boolean => z.uuid().safeParse(text).success;

async function download(context: Context, { township, edition, file }: Awaited<Route["params"]>) {
  const found = await inTownshipRequest(
    context,
    { township, permission: "practices:read", path: "practices.download", readOnly: true },
    async (scope) => {
      if (!isId(edition) || !isId(file)) throw notFound();
      const { authorId, ...kept } = await editionFile(scope, edition, file);
      return { ...kept, countyId: scope.countyId, townshipId: authorId };
    },
  );
  return sentFile(found, found);
}

/** A file that a published practice was reviewed with, for every township of its county. */
export const GET = route("files.download", async (request, { params }: Route) =>
  download(await contextOf(request), await params),
);
