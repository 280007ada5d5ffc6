"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { Screens } from "@/domains/records/components/slots";
import { useMayWrite } from "@/domains/records/components/use-record-api";
import { dayInText, dayOf, yearOf } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { StatusTag } from "@/ui/detail/status-tag";
import { Panel } from "@/ui/panel";
import { fiscalCheck } from "../record";
import { fiscalStepLabels, fiscalSteps } from "../rules";

/** The year's five steps: which were seen to, and the way to enter those that were not. */
function Checklist({ township, year }: { township: string; year: number | null }) {
  const shown = year ?? yearOf(dayOf(new Date()));
  const { data } = useSuspenseQuery(useTRPC().fiscal.year.queryOptions({ township, year: shown }));
  const write = useMayWrite(fiscalCheck);
  const base = `/t/${township}/fiscal`;
  return (
    <Panel
      title={`${shown} 年财政监督：五个环节已监督 ${data.length} 个`}
      note="预算从编制、执行、调整到决算全程监督，加上重点支出和项目；一年里每个环节至少审查一次"
    >
      <ul className="quarters">
        {fiscalSteps.map((step) => {
          const seen = data.find(({ stage }) => stage === step);
          return (
            <li key={step} className={`quarter quarter-${seen === undefined ? "open" : "met"}`}>
              <strong>{fiscalStepLabels[step]}</strong>
              {seen === undefined ? (
                <StatusTag tone="warn">还没有监督</StatusTag>
              ) : (
                <StatusTag tone="good">✓ 已监督</StatusTag>
              )}
              {seen === undefined ? (
                write && <Link href={`${base}/new?stage=${step}`}>去登记</Link>
              ) : (
                <Link href={`${base}/${seen.id}`}>{dayInText(seen.occurredOn)}</Link>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

export const fiscalScreens: Screens = {
  list: {
    above: Checklist,
    empty: {
      title: "还没有登记财政监督",
      body: "审查一次预算编制、执行、调整、决算或重点支出和项目，登记一条，报告作为附件上传。",
    },
  },
  form: {
    initial: (today, { stage }) => ({
      occurredOn: today,
      stage: fiscalSteps.find((step) => step === stage),
    }),
  },
};
