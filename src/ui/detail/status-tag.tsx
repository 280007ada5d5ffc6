import type { ReactNode } from "react";
import type { Tone } from "../tone";

/** A state as a coloured word. Give it the word, never the colour alone. */
export function StatusTag({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}
