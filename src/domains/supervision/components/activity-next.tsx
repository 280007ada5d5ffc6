"use client";

import { useState } from "react";
import { StepModal } from "@/domains/records/components/record-steps";
import type { Decision } from "@/lib/decision";
import { stepsOpen } from "@/lib/records/steps";
import { NextAction } from "@/ui/detail/next-action";
import { activityActionLabels } from "../labels";
import { activity as kind } from "../record";
import type { ActivityAction } from "../rules/next-actions";
import type { ActivityDialog } from "./activity-dialogs";
import type { ActivityRecord } from "./detail-type";

type Props = { township: string; activity: ActivityRecord; open: (dialog: ActivityDialog) => void };

/** What comes next for an activity; a law inspection is over when its report was answered. */
export function ActivityNext({ township, activity, open }: Props) {
  const [step, setStep] = useState<string | null>(null);
  const { next, state, today, facts } = activity;
  if (next === null) return null;
  const offer = ({ key, decision }: { key: ActivityAction; decision: Decision }) => ({
    ...activityActionLabels[key],
    decision,
    onClick: () => open(key),
  });
  const answering = (state === "done" ? stepsOpen(kind, facts, today) : []).map((one) => ({
    label: one.step.act,
    hint: one.step.hint,
    decision: one.decision,
    onClick: () => setStep(one.code),
  }));
  const inspection = facts.kind === "lawInspection";
  const primary = next.main === null ? (inspection ? answering[0] : undefined) : offer(next.main);
  const secondary = [...(inspection ? [] : answering), ...next.others.map(offer)];
  return (
    <>
      <NextAction primary={primary} secondary={secondary} />
      {step === null ? null : (
        <StepModal
          kind={kind}
          township={township}
          record={activity}
          code={step}
          onClose={() => setStep(null)}
        />
      )}
    </>
  );
}
