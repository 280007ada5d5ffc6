"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { FormPage } from "@/ui/form/form-page";
import { SuggestionFields, type SuggestionValues } from "./suggestion-fields";

export function NewSuggestion({ township }: { township: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { data: people } = useSuspenseQuery(trpc.suggestions.people.queryOptions({ township }));
  const create = useCommand(trpc.suggestions.create.mutationOptions());
  const base = `/t/${township}/suggestions`;
  const submit = async (values: SuggestionValues) => {
    const { id } = await create.run({ township, ...values });
    router.push(`${base}/${id}`);
  };
  return (
    <FormPage<SuggestionValues>
      crumbs={[{ label: "建议", href: base }, { label: "登记" }]}
      title="登记建议"
      draftKey="suggestion:new"
      submitLabel="保存"
      initialValues={{ kind: "suggestion", origin: "intersession", occurredOn: people.today, submit: true }}
      onSubmit={submit}
    >
      <SuggestionFields people={people} />
    </FormPage>
  );
}
