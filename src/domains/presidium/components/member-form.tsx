"use client";

import { useQuery } from "@tanstack/react-query";
import { choicesOf } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { PersonSelect } from "@/ui/form/person-select";
import type { MemberRow } from "../data/members";
import { presidiumPostLabels, type PresidiumPost } from "../labels";

type Values = {
  deputyId?: string | null;
  name?: string;
  post: PresidiumPost;
  fullTime?: "yes" | "no" | null;
  otherPosts?: string | null;
  startsOn: string;
  endsOn?: string | null;
};

const posts = choicesOf(presidiumPostLabels);
const times = [
  { value: "yes", label: "专职" },
  { value: "no", label: "兼职" },
];

function valuesOf(member: MemberRow): Values {
  const { deputyId, name, post, otherPosts, startsOn, endsOn, fullTime } = member;
  const time = fullTime === null ? null : fullTime ? "yes" : "no";
  return { deputyId, name, post, otherPosts, startsOn, endsOn, fullTime: time };
}

export function MemberForm(props: { township: string; member: MemberRow | null; onClose: () => void }) {
  const { township, member, onClose } = props;
  const trpc = useTRPC();
  const deputies = useQuery(trpc.deputies.options.queryOptions({ township }));
  const create = useCommand(trpc.presidium.createMember.mutationOptions());
  const edit = useCommand(trpc.presidium.editMember.mutationOptions());
  const options = deputies.data ?? [];
  const submit = ({ fullTime, name, ...values }: Values) => {
    const chosen = options.find((deputy) => deputy.id === values.deputyId)?.name;
    const facts = {
      township,
      ...values,
      name: chosen ?? name ?? "",
      fullTime: fullTime === null || fullTime === undefined ? null : fullTime === "yes",
    };
    return member === null
      ? create.run(facts)
      : edit.run({ ...facts, id: member.id, version: member.version });
  };
  return (
    <FormModal<Values>
      title={member === null ? "登记主席团成员" : `修改「${member.name}」`}
      open
      onClose={onClose}
      onSubmit={submit}
      initialValues={member === null ? { post: "member" } : valuesOf(member)}
    >
      <PersonSelect
        name="deputyId"
        label="代表"
        options={options}
        loading={deputies.isPending}
        hint="从代表名册选择；秘书等不是代表的，在下面填姓名"
      />
      <TextField name="name" label="姓名（不是代表的）" max={40} />
      <ChoiceField name="post" label="职务" required options={posts} />
      <ChoiceField name="fullTime" label="专兼职" options={times} />
      <TextField name="otherPosts" label="兼任职务" max={200} hint="如 党委书记、分管安全生产" />
      <div className="form-pair">
        <DayField name="startsOn" label="任职日期" required />
        <DayField name="endsOn" label="离任日期" hint="在任的不填" />
      </div>
    </FormModal>
  );
}
