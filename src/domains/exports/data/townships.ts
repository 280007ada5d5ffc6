import "server-only";
import { z } from "zod";
import { listTownships, townshipIdsOf } from "@/domains/tenancy/data";
import type { CountyScope } from "@/server/db/scope";
import { AppError } from "@/lib/errors";
import { endpoint, format } from "./endpoint";

/** @throws NOT_FOUND for a code that no township of this county has, be it another county's or nobody's [S1] */
export async function townshipsNamed(
  scope: CountyScope,
  codes: readonly string[] | undefined,
): Promise<string[] | null> {
  if (codes === undefined) return null;
  const known = await townshipIdsOf(scope, codes);
  const lost = codes.filter((code) => !known.has(code));
  if (lost.length > 0)
    throw new AppError("NOT_FOUND", `本县没有代码为 ${lost.join("、")} 的乡镇，请对照 /townships 核对。`);
  return [...known.values()];
}

export const townshipsEndpoint = endpoint({
  name: "listTownships",
  path: "/townships",
  scope: "townships",
  summary: "乡镇名单",
  description: "本县全部乡镇，已合并的也在内。其他接口用 code 指乡镇。",
  query: z.strictObject({ format }),
  row: z
    .object({
      code: z.string().meta({ description: "9 位乡镇代码" }),
      name: z.string(),
      shortName: z.string(),
      kind: z
        .enum(["township", "ethnicTownship", "town", "subdistrict"])
        .meta({ description: "township 乡，ethnicTownship 民族乡，town 镇，subdistrict 街道（人大工委）" }),
      class: z.int().nullable().meta({ description: "县定的类别 1 到 3，没有分类的是 null" }),
      status: z.enum(["active", "merged"]).meta({ description: "active 在用，merged 已合并" }),
      mergedIntoName: z.string().nullable(),
    })
    .meta({ id: "Township" }),
  read: async (scope) => {
    const rows = await listTownships(scope, { q: "", withMerged: true });
    return { rows, next: null };
  },
});
