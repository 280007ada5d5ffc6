"use client";

import { deny } from "@/lib/decision";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { NextAction } from "@/ui/detail/next-action";
import type { ReviewShown } from "../data/review";

type Props = { township: string; year: number; data: ReviewShown };

const hints = {
  reviewer: "没有改动的项目保留系统得分；提交后不能再改",
  moderator: "待协调的项目都要打分；提交后不能再改",
};

/** What whoever sits there does with the review: hand it in, once. */
export function HandIn({ township, year, data: { seat, submitted, refusal } }: Props) {
  const submit = useCommand(useTRPC().cycles.submitReview.mutationOptions());
  if (seat === null) return null;
  if (submitted !== null) return <NextAction done={`评审已于 ${submitted} 提交，不能再改，没有要做的事。`} />;
  return (
    <NextAction
      primary={{
        label: "提交评审",
        hint: hints[seat === "moderator" ? "moderator" : "reviewer"],
        ...(refusal === null ? {} : { decision: deny(refusal) }),
        onClick: () => submit.run({ year, of: township }),
        busy: submit.isPending,
      }}
    />
  );
}
