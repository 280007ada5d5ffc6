"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { VoidModal } from "@/ui/form/void-modal";
import { kindLabels } from "../labels";
import { keyOf, type StepProps } from "./step-form";

export function VoidSuggestion(props: StepProps) {
  const strike = useCommand(useTRPC().suggestions.void.mutationOptions());
  const { kind, title } = props.suggestion;
  return (
    <VoidModal
      object={`${kindLabels[kind]}「${title}」`}
      open
      onClose={props.onClose}
      onVoid={(reason) => strike.run({ ...keyOf(props), reason })}
    />
  );
}
