"use client";

import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { FormModal } from "@/ui/form/form-modal";
import { ChoiceField, TextField, TickField } from "@/ui/form/fields";
import { keyOf, StepForm, type StepProps } from "./step-form";

export function SubmitForm(props: StepProps) {
  const submit = useCommand(useTRPC().suggestions.submit.mutationOptions());
  return (
    <FormModal<object>
      title={`提交「${props.suggestion.title}」`}
      open
      onClose={props.onClose}
      submitLabel="提交审核"
      onSubmit={() => submit.run(keyOf(props))}
    >
      <p>提交后内容不能再改，除非被退回。</p>
    </FormModal>
  );
}

type Checks = {
  occurredOn: string;
  result: "pass" | "return";
  lawOk?: boolean;
  contentOk?: boolean;
  formOk?: boolean;
  reason?: string;
};

function ReturnReason() {
  if (Form.useWatch<string | undefined>("result") !== "return") return null;
  return <TextField name="reason" label="退回原因" required rows={2} max={300} />;
}

/** Law, content, form: all three ticked lets it pass; otherwise it goes back with the reason (R69). */
export function CheckForm(props: StepProps) {
  const trpc = useTRPC();
  const pass = useCommand(trpc.suggestions.pass.mutationOptions());
  const giveBack = useCommand(trpc.suggestions.return.mutationOptions());
  const submit = ({ result, reason, occurredOn, ...ticks }: Checks) => {
    const checks = {
      lawOk: ticks.lawOk ?? false,
      contentOk: ticks.contentOk ?? false,
      formOk: ticks.formOk ?? false,
    };
    const step = { ...keyOf(props), occurredOn, ...checks };
    return result === "pass" ? pass.run(step) : giveBack.run({ ...step, reason: reason ?? "" });
  };
  return (
    <StepForm<Checks>
      {...props}
      action="check"
      dayLabel="审核日期"
      submitLabel="保存审核结果"
      initialValues={{ result: "pass" }}
      intro="三关都过才能交办；有一关不过的，写明原因退回代表修改。"
      onSubmit={submit}
    >
      <div className="suggestion-checks">
        <TickField name="lawOk" label="法律法规关：不与法律法规相抵触，属本级职权" />
        <TickField name="contentOk" label="内容质量关：一事一议，有事实、有建议" />
        <TickField name="formOk" label="文字格式关：标题、内容、署名齐全" />
      </div>
      <ChoiceField
        name="result"
        label="审核结果"
        required
        options={[
          { value: "pass", label: "通过" },
          { value: "return", label: "退回代表修改" },
        ]}
      />
      <ReturnReason />
    </StepForm>
  );
}

/** Another suggestion of the same matter, found by number and title. */
export function MergeForm(props: StepProps) {
  const trpc = useTRPC();
  const merge = useCommand(trpc.suggestions.merge.mutationOptions());
  const { township, suggestion } = props;
  const { data } = useQuery(trpc.suggestions.mergeTargets.queryOptions({ township, id: suggestion.id }));
  const others = (data ?? []).map(({ id, number, title, leadDeputy }) => ({
    value: id,
    label: `第${number}号 ${title}${leadDeputy === null ? "" : `（${leadDeputy}）`}`,
  }));
  return (
    <StepForm<{ occurredOn: string; targetId: string }>
      {...props}
      action="merge"
      dayLabel="审核日期"
      intro="内容相同的建议并为一件办理；这一件保留编号和代表，办理情况看并入的那件。"
      onSubmit={(values) => merge.run({ ...keyOf(props), ...values })}
    >
      <ChoiceField
        name="targetId"
        label="并入"
        required
        options={others}
        hint={data && others.length === 0 ? "本年没有别的建议可以并入" : undefined}
      />
    </StepForm>
  );
}
