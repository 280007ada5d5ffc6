import { StatusTag } from "@/ui/detail/status-tag";
import type { Tone } from "@/ui/tone";
import { effectText, nameOfMetric, verdictLabels } from "../labels";
import type { MetricEffect } from "../rules/told";

const tones: Record<keyof typeof verdictLabels, Tone> = { better: "good", worse: "warn", unclear: "neutral" };

/** What each figure did around a practice's beginning, in sentences. */
export function EffectLines({ effects, who }: { effects: readonly MetricEffect[]; who?: string }) {
  return effects.map((one) => (
    <section key={one.metric}>
      <h3>
        {nameOfMetric(one.metric)}{" "}
        {one.effect.kind === "measured" ? (
          <StatusTag tone={tones[one.effect.verdict]}>{verdictLabels[one.effect.verdict]}</StatusTag>
        ) : null}
      </h3>
      {effectText(one, who).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  ));
}
