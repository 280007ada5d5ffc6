"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { FileBox } from "@/domains/attachments/components/file-box";
import { afterName } from "@/domains/figures/labels";
import { deny } from "@/lib/decision";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { NextAction } from "@/ui/detail/next-action";
import { ActButton } from "@/ui/link-button";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { Panel } from "@/ui/panel";
import { EmptyState } from "@/ui/states/empty-state";
import { noteKindNames } from "../rules/self-assessing";
import { StageLine } from "./stage-line";
import "./review.css";
import type { OwnCycle, OwnIndicator } from "./shown";

const NoteForm = dynamic(() => import("./note-form").then((module) => module.NoteForm), { ssr: false });

type LineProps = { township: string; indicator: OwnIndicator; onOpen: (() => void) | null };

function Line({ township, indicator, onOpen }: LineProps) {
  const { code, name, system, sentence, note } = indicator;
  return (
    <li className="review-item">
      <div className="row review-head">
        <strong>{`${code} ${name}`}</strong>
        <span className="number">{system === null ? "未计分" : `${system.toFixed(2)} 分`}</span>
        {onOpen === null ? null : <ActButton onClick={onOpen}>{note === null ? "说明" : "修改"}</ActButton>}
      </div>
      <p className="soft">{afterName(sentence, `${code} ${name}`)}</p>
      {note === null ? null : (
        <p>
          <strong>{noteKindNames[note.kind]}</strong> {note.text}
          {note.record === null ? "" : "（附一条记录）"}{" "}
          <span className="soft">
            {note.by} {note.on}
          </span>
        </p>
      )}
      {note === null ? null : (
        <FileBox
          {...{ township, recordType: "selfNote", recordId: note.id, files: note.files }}
          writable={onOpen !== null}
        />
      )}
    </li>
  );
}

type Props = { township: string; currentYear: number };

function Assessing({ township, year, own }: { township: string; year: number; own: OwnCycle }) {
  const submit = useCommand(useTRPC().cycles.submitSelf.mutationOptions());
  const may = useMay()("cycles:answer");
  const [open, setOpen] = useState<OwnIndicator | null>(null);
  const { self } = own;
  // Before it begins it is waited for; afterwards there is nothing left to hand in.
  const over = own.stage === "frozen" ? null : self.refusal;
  const primary = {
    label: "提交自评",
    hint: "没有写意见的指标按确认处理；提交后由县人大退回才能再改",
    ...(self.refusal === null ? {} : { decision: deny(self.refusal) }),
    onClick: () => submit.run({ township, year }),
    busy: submit.isPending,
  };
  return (
    <>
      {may ? <NextAction {...(over === null ? { primary } : { done: over })} /> : null}
      {self.reason === null ? null : <p>县人大退回的原因：{self.reason}</p>}
      <Panel
        title="逐项核对"
        note="得分由系统按记录算出，不用填写；有不同情况的请说明或者补充依据，写了意见的那一项可以添加附件"
      >
        <ul className="stack review-list">
          {own.indicators.map((one) => (
            <Line
              key={one.code}
              township={township}
              indicator={one}
              onOpen={may && self.refusal === null ? () => setOpen(one) : null}
            />
          ))}
        </ul>
      </Panel>
      {open === null ? null : (
        <NoteForm township={township} year={year} indicator={open} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

/** 自评: a township looks through what the system reckoned; it confirms, explains and adds evidence. */
export function OwnSelf({ township, currentYear }: Props) {
  const { filters } = useUrlState();
  const year = chosenYear(filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().cycles.own.queryOptions({ township, year }));
  const { own, today, years } = data;
  return (
    <ListPage
      title={`${year} 年考核自评`}
      crumbs={[{ label: "考核", href: `/t/${township}/assessment?year=${year}` }, { label: "自评" }]}
      {...(own === null ? {} : { note: own.self.said })}
      filters={<FilterBar years={yearsOffered(years, year)} shown={year} />}
    >
      {own === null ? (
        <EmptyState title="还没有开始自评" body="县人大封存这一年、开始自评以后，这里列出每项指标的得分。" />
      ) : (
        <>
          <StageLine line={own.line} today={today} />
          <Assessing township={township} year={year} own={own} />
        </>
      )}
    </ListPage>
  );
}
