"use client";

import { useQuery } from "@tanstack/react-query";
import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField, useDayIn } from "@/ui/form/day-field";
import { ChoiceField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { PersonSelect } from "@/ui/form/person-select";
import type { OwnPart } from "./own-part";
import { WhoseTurn } from "./whose-turn";

type Values = { activityId?: string | null; occurredOn: Day; endedOn?: Day | null; deputyIds?: string[] };
type Props = { township: string; data: OwnPart; onClose: () => void };

function Deputies({ township }: { township: string }) {
  const on = useDayIn("occurredOn");
  const { data, isLoading } = useQuery({
    ...useTRPC().supervision.options.queryOptions({ township, on: on ?? "2000-01-01" }),
    enabled: on !== null,
  });
  return (
    <PersonSelect
      name="deputyIds"
      label="参加代表"
      multiple
      there
      options={data?.deputies ?? []}
      loading={isLoading}
    />
  );
}

/** The activity is entered with the task's own words; one that was entered already is named instead. */
export function CarryOutForm({ township, data, onClose }: Props) {
  const carryOut = useCommand(useTRPC().jointTasks.carryOut.mutationOptions());
  const { part, activities } = data;
  return (
    <FormModal<Values>
      title="登记开展情况"
      submitLabel="登记"
      open
      onClose={onClose}
      intro="系统按任务生成监督活动（主题、类别、法律、受检单位），报告和问题在活动页面填写。"
      initialValues={{
        occurredOn: part.visitFrom,
        endedOn: part.visitUntil === part.visitFrom ? null : part.visitUntil,
      }}
      onSubmit={(values) => carryOut.run({ township, id: part.id, version: part.version, ...values })}
    >
      <DayField name="occurredOn" label="活动日期" required />
      <DayField name="endedOn" label="结束日期" />
      <Deputies township={township} />
      <WhoseTurn township={township} id={part.id} />
      <ChoiceField
        name="activityId"
        label="已经登记的活动"
        hint="已经登记过的，选出来就不再生成新的"
        options={activities.map(({ id, topic, on }) => ({ value: id, label: `${on} ${topic}` }))}
      />
    </FormModal>
  );
}
