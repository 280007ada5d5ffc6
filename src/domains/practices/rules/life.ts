import type { Life } from "../labels";

/** How far a published practice has come, told by its uses; neither their number nor anything else of it is scored. */
export function lifeOf({ retired, uses, helped }: { retired: boolean; uses: number; helped: number }): Life {
  if (retired) return "retired";
  if (helped > 0) return "helped";
  return uses > 0 ? "adopted" : "published";
}
