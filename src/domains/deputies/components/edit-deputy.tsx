"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { FormPage } from "@/ui/form/form-page";
import type { Gender } from "../rules/roster";
import { PersonFields } from "./person-fields";

type Values = {
  name: string;
  phone?: string;
  gender?: Gender | null;
  birthYear?: number | null;
  birthMonth?: number | null;
  ethnicity?: string | null;
  education?: string | null;
  party?: string | null;
  occupation?: string | null;
};

export function EditDeputy({ township, id }: { township: string; id: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { data } = useSuspenseQuery(trpc.deputies.byId.queryOptions({ township, id }));
  const { run } = useCommand(trpc.deputies.edit.mutationOptions());
  const base = `/t/${township}/deputies`;
  const { name, gender, birthYear, birthMonth, ethnicity, education, party, occupation, version } = data;
  const submit = async ({ phone, ...person }: Values) => {
    const typed = phone?.trim() ?? "";
    await run({ township, id, version, ...person, ...(typed === "" ? {} : { phone: typed }) });
    router.push(`${base}/${id}`);
  };
  return (
    <FormPage<Values>
      crumbs={[{ label: "代表", href: base }, { label: name, href: `${base}/${id}` }, { label: "修改" }]}
      title={`修改 ${name} 的基本情况`}
      intro="级别、选区和任期在代表页面的「任职」里登记，这里只改本人情况。"
      initialValues={{ name, gender, birthYear, birthMonth, ethnicity, education, party, occupation }}
      onSubmit={submit}
    >
      <PersonFields masked={data.phoneMasked} />
    </FormPage>
  );
}
