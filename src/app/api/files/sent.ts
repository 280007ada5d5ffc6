import "server-only";
import { dispositionOf } from "@/server/files/names";
import { openFile, type Place } from "@/server/files/store";

/** One stored file as it leaves: always saved, never shown inside our own site. */
export async function sentFile(
  place: Place,
  { mime, name }: { mime: string; name: string },
): Promise<Response> {
  const { size, stream } = await openFile(place);
  return new Response(stream, {
    headers: {
      "content-type": mime,
      "content-length": String(size),
      "content-disposition": dispositionOf(name),
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
    },
  });
}
