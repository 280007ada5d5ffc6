"use client";

import { choicesNamed } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { TownshipSelect } from "@/ui/form/person-select";
import type { Contacts } from "../data/contacts";

type Values = { accountId: string; townships: string[]; since: string };
type Props = { data: Contacts; county: string; township: string | null; onClose: () => void };

/** @param township the code of the one it was opened for */
export function AppointForm({ data, county, township, onClose }: Props) {
  const appoint = useCommand(useTRPC().liaison.appoint.mutationOptions());
  const options = data.townships.map(({ code, name }) => ({ id: code, name }));
  return (
    <FormModal<Values>
      title="指定联系人"
      submitLabel="指定"
      open
      onClose={onClose}
      draftKey="liaison"
      intro="一个人可以联系几个乡镇，一个乡镇也可以有几个联系人。联系人不评审自己联系的乡镇。"
      initialValues={{ since: data.today, ...(township === null ? {} : { townships: [township] }) }}
      onSubmit={(values) => appoint.run(values)}
    >
      <ChoiceField
        name="accountId"
        label="联系人"
        required
        options={choicesNamed(data.staff)}
        setUp={{ what: "县人大的账号", href: `/c/${county}/accounts` }}
      />
      <TownshipSelect name="townships" label="联系的乡镇" required options={options} multiple />
      <DayField name="since" label="开始日期" required />
    </FormModal>
  );
}
