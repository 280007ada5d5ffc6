"use client";

import { useQuery } from "@tanstack/react-query";
import { choicesNamed, choicesOf } from "@/lib/choices";
import { type Role, roles } from "@/lib/roles";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { FormModal } from "@/ui/form/form-modal";
import { ChoiceField, TextField } from "@/ui/form/fields";
import type { AccountRow } from "../data";
import { accountStatusLabels, roleLabels } from "../labels";
import type { FirstPassword } from "./first-password-note";

type Props = { account: AccountRow | null; onClose: () => void; onMade: (made: FirstPassword) => void };
type TenantRole = Exclude<Role, "operator">;
type Values = {
  username: string;
  displayName: string;
  role: TenantRole;
  townshipId: string;
  status: "active" | "disabled";
};

const countyItself = "county";
const roleChoices = choicesOf(
  roleLabels,
  roles.filter((role) => role !== "operator"),
);
const statusChoices = choicesOf(accountStatusLabels, ["active", "disabled"]);

export function AccountForm({ account, onClose, onMade }: Props) {
  const trpc = useTRPC();
  const townships = useQuery(trpc.accounts.townships.queryOptions());
  const create = useCommand(trpc.accounts.create.mutationOptions());
  const edit = useCommand(trpc.accounts.edit.mutationOptions());

  async function submit(values: Values) {
    const townshipId = values.townshipId === countyItself ? null : values.townshipId;
    const { username, displayName, role, status } = values;
    if (account === null) onMade(await create.run({ username, displayName, role, townshipId }));
    else await edit.run({ id: account.id, version: account.version, displayName, role, townshipId, status });
  }

  const places = [{ value: countyItself, label: "县级（不属乡镇）" }, ...choicesNamed(townships.data ?? [])];
  return (
    <FormModal<Values>
      title={account === null ? "开设账号" : `修改账号「${account.username}」`}
      open
      onClose={onClose}
      onSubmit={submit}
      initialValues={
        account === null
          ? { townshipId: countyItself, status: "active" }
          : {
              username: account.username,
              displayName: account.displayName,
              role: account.role as TenantRole,
              townshipId: account.townshipId ?? countyItself,
              status: account.status,
            }
      }
    >
      <TextField
        name="username"
        label="用户名"
        required
        max={40}
        disabled={account !== null}
        {...(account === null ? { hint: "字母、数字、点或横线" } : {})}
      />
      <TextField name="displayName" label="姓名" required max={40} />
      <ChoiceField name="role" label="岗位" required options={roleChoices} />
      <ChoiceField name="townshipId" label="所在单位" required options={places} />
      {account === null ? null : <ChoiceField name="status" label="状态" required options={statusChoices} />}
    </FormModal>
  );
}
