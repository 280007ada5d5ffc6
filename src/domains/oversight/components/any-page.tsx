"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { ActButton } from "@/ui/link-button";
import { ExportButton } from "@/ui/list/export-button";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import type { SavedComparison } from "../data/saved";
import type { Choice } from "../rules/choice";
import { AnyChosen } from "./any-chosen";
import { addressOf, choiceIn, sameChoice } from "./choice";
import { CompareTabs } from "./compare-tabs";
import { NothingChosen } from "./nothing-chosen";
import { SavedPanel } from "./saved-panel";
import { ViewLink } from "./view-link";
import "@/domains/figures/components/figures.css";

const ChooseForm = dynamic(() => import("./choose-form").then((module) => module.ChooseForm), { ssr: false });
const SaveForm = dynamic(() => import("./save-form").then((module) => module.SaveForm), { ssr: false });

const exportOf = ({ metrics, years, class: one, townships }: Choice): string =>
  `/api/export/oversight.exportAny?input=${encodeURIComponent(JSON.stringify({ metrics, years, class: one, townships }))}`;

type Props = {
  base: string;
  currentYear: number;
  /** why the link that was opened shows nothing */
  lost: string | null;
};

type Dialog = "choose" | "save" | null;
type ActsProps = { choice: Choice; view: SavedComparison | null; onOpen: (dialog: Dialog) => void };

function Acts({ choice, view, onOpen }: ActsProps) {
  return (
    <>
      {choice.metrics.length === 0 ? null : (
        <>
          <ExportButton href={exportOf(choice)} />
          <ActButton onClick={() => onOpen("save")}>{view?.own ? "保存修改" : "存下这个比较"}</ActButton>
        </>
      )}
      <ActButton primary onClick={() => onOpen("choose")}>
        选择指标、乡镇和年份
      </ActButton>
    </>
  );
}

function noteOf(choice: Choice, view: SavedComparison | null): string {
  const { metrics, years } = choice;
  if (metrics.length === 0) return "";
  const changed = view === null || sameChoice(view.choice, choice) ? "" : " · 与存下的不同，还没有保存";
  return `${metrics.length} 个指标 · ${years.map((year) => `${year}年`).join("、")}${changed}`;
}

/** Whatever somebody wants to see side by side; the address says what, so that it can be kept and sent on. */
export function AnyPage({ base, currentYear, lost }: Props) {
  const { filters, hrefWith } = useUrlState();
  const router = useRouter();
  const { data: choices } = useSuspenseQuery(useTRPC().oversight.savedComparisons.queryOptions({}));
  const [dialog, setDialog] = useState<Dialog>(null);
  const choice = choiceIn(filters, currentYear);
  const view = choices.rows.find(({ id }) => id === filters["view"]) ?? null;
  const go = (change: Record<string, string | null>) => router.push(hrefWith(change), { scroll: false });
  const choose = () => setDialog("choose");
  const close = () => setDialog(null);
  const own = view?.own ? view : null;
  const saved = { choice, of: own, onSaved: (id: string) => go({ view: id }) };
  const asked = {
    choices,
    choice,
    onChosen: (next: Choice) => go({ ...addressOf(next), view: own?.id ?? null }),
  };
  return (
    <ListPage
      title={view?.name ?? "自选比较"}
      tabs={<CompareTabs base={base} />}
      note={noteOf(choice, view)}
      actions={<Acts choice={choice} view={view} onOpen={setDialog} />}
    >
      {lost === null ? null : <p role="alert">{lost}</p>}
      {view === null ? null : <ViewLink base={base} view={view} />}
      {choice.metrics.length > 0 ? (
        <AnyChosen base={base} choice={choice} onChoose={choose} />
      ) : (
        <NothingChosen currentYear={currentYear} onChoose={choose} />
      )}
      <SavedPanel base={base} rows={choices.rows} />
      {dialog === "choose" ? <ChooseForm {...asked} onClose={close} /> : null}
      {dialog === "save" ? <SaveForm {...saved} onClose={close} /> : null}
    </ListPage>
  );
}
