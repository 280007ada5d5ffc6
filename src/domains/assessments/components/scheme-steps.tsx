"use client";

import { addDays } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ConfirmModal } from "@/ui/form/confirm-modal";
import { DayField } from "@/ui/form/day-field";
import { TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { scheme } from "../data/schemes";
import { schemeName } from "../labels";
import { consultationDays, decisionSentence } from "../rules/publishing";

export type SchemeShown = Awaited<ReturnType<typeof scheme>>;
type Props = { shown: SchemeShown; onClose: () => void };

export function ConsultForm({ shown, onClose }: Props) {
  const consult = useCommand(useTRPC().assessments.consultOnScheme.mutationOptions());
  const { id, version, today } = shown;
  const first = addDays(today, consultationDays);
  return (
    <FormModal<{ until: string }>
      title={`${shown.year} 年考核方案征求意见`}
      submitLabel="开始征求意见"
      open
      onClose={onClose}
      intro={`从今天起各乡镇能看到这份方案并提意见，至少 ${consultationDays} 天。期间不能改，要改先收回。`}
      initialValues={{ until: first }}
      onSubmit={({ until }) => consult.run({ id, version, until })}
    >
      <DayField name="until" label="征求意见截止日" required />
    </FormModal>
  );
}

export function WithdrawScheme({ shown, onClose }: Props) {
  const withdraw = useCommand(useTRPC().assessments.withdrawScheme.mutationOptions());
  const { id, version } = shown;
  return (
    <ConfirmModal
      title="收回征求意见稿，继续修改？"
      okText="收回"
      cancelText="暂不收回"
      pending={withdraw.isPending}
      onConfirm={() => withdraw.run({ id, version })}
      onClose={onClose}
    >
      <p>收回后乡镇看不到这份方案，已经提的意见都留着；改好后要重新征求意见。</p>
    </ConfirmModal>
  );
}

type Decided = { decisionNumber?: string | null; decisionReason?: string | null };

export function PublishScheme({ shown, onClose }: Props) {
  const publish = useCommand(useTRPC().assessments.publishScheme.mutationOptions());
  const { id, version, edition, year, needsDecision, publishedBefore } = shown;
  return (
    <FormModal<Decided>
      title={`公布${schemeName(shown)}第 ${edition} 版？`}
      submitLabel="公布"
      open
      onClose={onClose}
      intro={
        needsDecision
          ? `${decisionSentence(year, publishedBefore)}公布后不能再改。`
          : `公布后 ${year} 年按它计分，各乡镇都能看到。公布了的方案谁也不能改。`
      }
      onSubmit={({ decisionNumber = null, decisionReason = null }) =>
        publish.run({ id, version, decisionNumber, decisionReason })
      }
    >
      <TextField name="decisionNumber" label="决定文号" max={60} required={needsDecision} />
      <TextField
        name="decisionReason"
        label={needsDecision ? "为什么要改" : "说明"}
        max={200}
        required={needsDecision}
      />
    </FormModal>
  );
}
