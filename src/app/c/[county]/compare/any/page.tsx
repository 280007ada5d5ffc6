import { redirect } from "next/navigation";
import { AnyPage } from "@/domains/oversight/components/any-page";
import { addressOf, choiceIn, saysChoice } from "@/domains/oversight/components/choice";
import { dayOf, yearOf } from "@/lib/dates";
import { AppError } from "@/lib/errors";
import { api, caller, Hydrate, prefetch } from "@/trpc/server";
import { anId } from "@/ui/list/list-query";
import { listStateOf, withChange } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ county: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "自选比较" };

/** What was kept under a link, as an address that says all of it; a sentence where there is nothing to show. */
async function opened(id: string): Promise<{ query: string } | { lost: string }> {
  try {
    const { choice } = await (await caller()).oversight.savedComparison({ id });
    return { query: withChange("", { ...addressOf(choice), view: id }) };
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null;
    if (cause instanceof AppError && cause.code === "NOT_FOUND") return { lost: cause.message };
    throw error;
  }
}

export default async function Page({ params, searchParams }: Props) {
  const { county } = await params;
  const { filters } = listStateOf(await searchParams);
  const base = `/c/${county}`;
  const view = anId(filters, "view");
  const kept = view === null || saysChoice(filters) ? null : await opened(view);
  if (kept !== null && "query" in kept) redirect(`${base}/compare/any${kept.query}`);
  const currentYear = yearOf(dayOf(new Date()));
  const choice = choiceIn(filters, currentYear);
  await prefetch(api.oversight.savedComparisons.queryOptions({}));
  if (choice.metrics.length > 0) await prefetch(api.oversight.anyComparison.queryOptions(choice));
  return (
    <Hydrate>
      <AnyPage base={base} currentYear={currentYear} lost={kept?.lost ?? null} />
    </Hydrate>
  );
}
