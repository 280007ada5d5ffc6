import "server-only";
import type { AuthScope } from "@/server/db/scope";

/** Takes one from the bucket; false when `limit` within `minutes` is used up. Counted before any hashing [S32]. */
export async function takeFrom(
  scope: AuthScope,
  bucket: string,
  limit: number,
  minutes: number,
): Promise<boolean> {
  const [row] = await scope.tx.$queryRaw<{ used: number }[]>`
    INSERT INTO rate_limit AS r (bucket, window_start, used) VALUES (${bucket}, now(), 1)
    ON CONFLICT (bucket) DO UPDATE SET
      used = CASE WHEN r.window_start < now() - make_interval(mins => ${minutes}::int) THEN 1 ELSE r.used + 1 END,
      window_start = CASE WHEN r.window_start < now() - make_interval(mins => ${minutes}::int) THEN now() ELSE r.window_start END
    RETURNING used`;
  return row !== undefined && row.used <= limit;
}
