"use client";

import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { RecordSelect } from "@/ui/form/person-select";
import type { Tokens } from "../data/tokens";
import { scopeLabels } from "../labels";
import { type ExportScope, exportScopes } from "../rules/scopes";

type Values = { name: string; scopes: ExportScope[]; expiresOn: Day };
export type Issued = { name: string; secret: string | null };
type Props = { data: Tokens; onIssued: (issued: Issued) => void; onClose: () => void };

const scopes = exportScopes.map((id) => ({ id, name: scopeLabels[id] }));

export function TokenForm({ data, onIssued, onClose }: Props) {
  const issue = useCommand(useTRPC().exports.issue.mutationOptions());
  return (
    <FormModal<Values>
      title="签发令牌"
      submitLabel="签发"
      open
      onClose={onClose}
      initialValues={{ expiresOn: data.lastDay }}
      intro="拿到令牌的系统不用登录就能读所选的内容，只能读、不能改。一个系统发一个，只选它用得到的。"
      onSubmit={async (values) => onIssued(await issue.run(values))}
    >
      <TextField name="name" label="用途" required max={60} hint="哪个系统用，如 县督查系统" />
      <RecordSelect
        name="scopes"
        label="能读的内容"
        required
        multiple
        options={scopes}
        setUp={{ what: "内容", href: "" }}
        hint="没有代表姓名、电话、信访件和联动任务，选什么都读不到这些"
      />
      <DayField name="expiresOn" label="有效期至" required hint={`最长一年，到 ${data.lastDay}`} />
    </FormModal>
  );
}
