"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { FormPage } from "@/ui/form/form-page";
import { ClosedFields, type ClosedValues } from "./closed-fields";
import { ContentFields } from "./suggestion-fields";

const lastYearsEnd = (today: string): string => `${Number(today.slice(0, 4)) - 1}-12-31`;

/** A matter that an earlier year closed on paper, entered in one go; what the papers do not say is left empty. */
export function NewClosed({ township }: { township: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { data: people } = useSuspenseQuery(trpc.suggestions.people.queryOptions({ township }));
  const { data: units } = useSuspenseQuery(trpc.units.options.queryOptions({ township }));
  const create = useCommand(trpc.suggestions.createClosed.mutationOptions());
  const base = `/t/${township}/suggestions`;
  const submit = async (values: ClosedValues) => {
    const { id } = await create.run({ township, ...values });
    router.push(`${base}/${id}`);
  };
  return (
    <FormPage<ClosedValues>
      crumbs={[{ label: "建议", href: base }, { label: "补录已办结" }]}
      title="补录已办结的建议"
      intro="只用于往年已经办结、当时记在纸上的建议。照原台账填写，原台账没有记的留空，不要估填。补录的建议不进今日待办，也不算逾期；台账及时率按补录计。"
      draftKey="suggestion:closed"
      submitLabel="保存补录"
      initialValues={{ kind: "suggestion", origin: "intersession" }}
      onSubmit={submit}
    >
      <ContentFields people={people} signers={people.former} lastDay={lastYearsEnd(people.today)} />
      <ClosedFields today={people.today} units={units} />
    </FormPage>
  );
}
