import { isImported } from "./importing";
import type { AnyKind } from "./kind";

export type RecordView = "list" | "new" | "import" | "detail" | "edit";
export type RecordAddress = { kind: AnyKind; view: RecordView; id: string };

function viewOf(kind: AnyKind, id: string): RecordView {
  if (id === "new") return "new";
  return id === "import" && isImported(kind) ? "import" : "detail";
}

function within(kind: AnyKind, below: readonly string[]): RecordAddress | null {
  const [id, last, ...more] = below;
  if (id === undefined) return { kind, view: "list", id: "" };
  if (more.length > 0 || (last !== undefined && last !== "edit")) return null;
  if (last === "edit") return { kind, view: "edit", id };
  return { kind, view: viewOf(kind, id), id };
}

/** Which kind's page lies at an address below the township; null when nothing does. */
export function recordAt(kinds: readonly AnyKind[], path: readonly string[]): RecordAddress | null {
  const found = kinds.flatMap((kind) => {
    const own = kind.path.split("/");
    return own.every((part, index) => path[index] === part) ? [{ kind, length: own.length }] : [];
  });
  // Of two kinds one of which lies below the other, the longer address is meant.
  const [nearest] = found.toSorted((one, other) => other.length - one.length);
  return nearest === undefined ? null : within(nearest.kind, path.slice(nearest.length));
}
