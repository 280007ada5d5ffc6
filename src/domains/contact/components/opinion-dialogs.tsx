"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { choicesOf } from "@/lib/choices";
import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { PersonSelect } from "@/ui/form/person-select";
import { type Satisfaction, satisfactionLabels } from "../labels";
import type { OpinionRecord } from "./detail-type";

export type OpinionDialog = "answer" | "rate" | "suggestion" | "petition";

type Props = { township: string; record: OpinionRecord; onClose: () => void };

const satisfactions = choicesOf(satisfactionLabels);

type Answer = { answeredOn: Day; answer: string; satisfaction?: Satisfaction | null };

function AnswerDialog({ township, record, onClose }: Props) {
  const answer = useCommand(useTRPC().opinions.answer.mutationOptions());
  const { id, version, answeredOn, today, facts } = record;
  return (
    <FormModal<Answer>
      title={answeredOn === null ? "登记答复" : "更正答复"}
      open
      onClose={onClose}
      draftKey={`voterOpinion:answer:${id}`}
      initialValues={{ answeredOn: answeredOn ?? today, answer: record.answer ?? "" }}
      onSubmit={(values) => answer.run({ township, id, version, ...values })}
    >
      <TextField name="answer" label="答复内容" rows={4} max={5000} required />
      <DayField name="answeredOn" label="答复日期" required min={facts.occurredOn} max={today} />
      <ChoiceField
        name="satisfaction"
        label="选民满意度"
        options={satisfactions}
        hint="当场问过的一并选上，也可以以后登记"
      />
    </FormModal>
  );
}

function RateDialog({ township, record, onClose }: Props) {
  const rate = useCommand(useTRPC().opinions.rate.mutationOptions());
  const { id, version, today, answered, satisfaction } = record;
  return (
    <FormModal<{ satisfaction: Satisfaction; ratedOn: Day }>
      title="登记选民满意度"
      open
      onClose={onClose}
      initialValues={{ ratedOn: today, ...(satisfaction === null ? {} : { satisfaction }) }}
      onSubmit={(values) => rate.run({ township, id, version, ...values })}
    >
      <ChoiceField name="satisfaction" label="选民满意度" required options={satisfactions} />
      <DayField
        name="ratedOn"
        label="评价日期"
        required
        max={today}
        {...(answered ? { min: answered } : {})}
      />
    </FormModal>
  );
}

/** One click where the opinion names the deputy who heard it. */
function SuggestionDialog({ township, record, onClose }: Props) {
  const trpc = useTRPC();
  const router = useRouter();
  const { data = [], isPending } = useQuery(trpc.deputies.options.queryOptions({ township }));
  const become = useCommand(trpc.opinions.toSuggestion.mutationOptions());
  const { id, version, facts } = record;
  const [heard] = facts.deputyIds;
  return (
    <FormModal<{ leadDeputyId: string }>
      title="转为代表建议"
      submitLabel="转为建议"
      open
      onClose={onClose}
      intro={`「${facts.topic}」原文转入建议草稿，不用重新填写；建议答复后，这条意见随之算作已答复。`}
      initialValues={heard === undefined ? {} : { leadDeputyId: heard }}
      onSubmit={async (values) => {
        const made = await become.run({ township, id, version, ...values });
        router.push(`/t/${township}/suggestions/${made.id}`);
      }}
    >
      <PersonSelect name="leadDeputyId" label="领衔代表" required options={data} loading={isPending} />
    </FormModal>
  );
}

/** Nothing is asked: what was said is passed on as it stands. */
function PetitionDialog({ township, record, onClose }: Props) {
  const router = useRouter();
  const become = useCommand(useTRPC().opinions.toPetition.mutationOptions());
  const { id, version, facts } = record;
  return (
    <FormModal<object>
      title="转为信访件"
      submitLabel="转为信访件"
      open
      onClose={onClose}
      intro={`「${facts.topic}」连同选民姓名、电话转入信访件，不用重新填写；信访件只有主席和办公室能看，办结后这条意见随之算作已答复。`}
      initialValues={{}}
      onSubmit={async () => {
        const made = await become.run({ township, id, version });
        router.push(`/t/${township}/petitions/${made.id}`);
      }}
    >
      {null}
    </FormModal>
  );
}

const dialogs = {
  answer: AnswerDialog,
  rate: RateDialog,
  suggestion: SuggestionDialog,
  petition: PetitionDialog,
} as const satisfies Record<OpinionDialog, unknown>;

export function OpinionDialogs({ dialog, ...props }: Props & { dialog: OpinionDialog }) {
  const Dialog = dialogs[dialog];
  return <Dialog {...props} />;
}
