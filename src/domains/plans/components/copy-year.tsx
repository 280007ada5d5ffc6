"use client";

import { dayOf } from "@/lib/dates";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { NumberField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";

/** Next year's plan is drawn up from October on. */
function yearToPlan(): number {
  const [year = 0, month = 1] = dayOf(new Date()).split("-").map(Number);
  return month >= 10 ? year + 1 : year;
}

/** Last year's items as the draft of a year, to be gone through one by one. */
export function CopyYear({ township, onClose }: { township: string; onClose: () => void }) {
  const router = useRouter();
  const copy = useCommand(useTRPC().plans.copyYear.mutationOptions());
  return (
    <FormModal<{ year: number }>
      title="复制上年计划"
      submitLabel="复制"
      open
      onClose={onClose}
      intro="上年没有取消的事项原样带入，月份不变，不带完成情况；已经有的同月同名事项不重复。带入后请逐项核对。"
      initialValues={{ year: yearToPlan() }}
      onSubmit={async ({ year }) => {
        await copy.run({ township, year });
        router.push(`/t/${township}/plans?year=${year}`);
      }}
    >
      <NumberField name="year" label="作为哪一年的计划" unit="年" required min={1950} max={2100} />
    </FormModal>
  );
}
