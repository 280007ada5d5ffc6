"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { FormPage } from "@/ui/form/form-page";
import { LinkButton } from "@/ui/link-button";
import { EmptyState } from "@/ui/states/empty-state";
import type { SuggestionDetail } from "./detail-type";
import { leadOf, signersOf } from "./step-form";
import { SuggestionFields, type SuggestionValues } from "./suggestion-fields";

const valuesOf = (suggestion: SuggestionDetail): Partial<SuggestionValues> => ({
  kind: suggestion.kind,
  title: suggestion.title,
  content: suggestion.content,
  category: suggestion.category,
  origin: suggestion.origin,
  sessionId: suggestion.sessionId,
  leadDeputyId: leadOf(suggestion) ?? "",
  cosignerIds: suggestion.signers.filter(({ role }) => role === "cosigner").map(({ deputyId }) => deputyId),
  occurredOn: suggestion.receivedOn,
  isPublic: suggestion.isPublic,
  sourceNote: suggestion.sourceNote ?? "",
  lateReason: suggestion.lateReason ?? "",
  submit: true,
});

export function EditSuggestion({ township, id }: { township: string; id: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { data: people } = useSuspenseQuery(trpc.suggestions.people.queryOptions({ township }));
  const { data: suggestion } = useSuspenseQuery(trpc.suggestions.byId.queryOptions({ township, id }));
  const edit = useCommand(trpc.suggestions.edit.mutationOptions());
  const base = `/t/${township}/suggestions`;
  const page = `${base}/${id}`;
  if (!suggestion.nextActions.some(({ key }) => key === "edit")) {
    return (
      <EmptyState
        page
        title="这件建议现在不能修改"
        body="已提交的建议要在三关审核中退回后才能修改。"
        action={<LinkButton href={page}>回到这件建议</LinkButton>}
      />
    );
  }
  const submit = async (values: SuggestionValues) => {
    await edit.run({ township, id, version: suggestion.version, ...values });
    router.push(page);
  };
  return (
    <FormPage<SuggestionValues>
      crumbs={[
        { label: "建议", href: base },
        { label: `${suggestion.year} 年第 ${suggestion.number} 号`, href: page },
        { label: "修改" },
      ]}
      title="修改建议"
      intro={suggestion.state === "returned" ? `退回原因：${suggestion.returnReason ?? "未写"}` : undefined}
      draftKey={`suggestion:${id}`}
      initialValues={valuesOf(suggestion)}
      onSubmit={submit}
    >
      <SuggestionFields people={people} signers={signersOf(suggestion)} />
    </FormPage>
  );
}
