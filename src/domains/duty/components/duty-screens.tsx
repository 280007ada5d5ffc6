"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { Screens } from "@/domains/records/components/slots";
import { useTRPC } from "@/trpc/client";
import { Panel } from "@/ui/panel";

export const groupActivityScreens: Screens = {
  list: {
    search: "小组、主题、地点、记录",
    empty: {
      title: "还没有登记小组活动",
      body: "选小组、填主题和到会代表，小组活动记录簿和每位代表的履职档案随之生成。",
    },
  },
  form: { initial: (today) => ({ occurredOn: today, kind: "discussion" }) },
};

/** Who of those in office has reported within the present term, and who has not. */
function Coverage({ township }: { township: string }) {
  const { data } = useSuspenseQuery(useTRPC().dutyReports.coverage.queryOptions({ township }));
  const { inOffice, reported, waiting } = data;
  return (
    <Panel title={`本届已述职 ${reported}/${inOffice} 人`} note="每位代表一届至少述职一次，几次只计一次">
      {waiting.length === 0 ? null : (
        <details>
          <summary>还没有述职的 {waiting.length} 人</summary>
          <p>
            {waiting.map(({ id, name }) => (
              <span key={id}>
                <Link href={`/t/${township}/deputies/${id}`}>{name}</Link>{" "}
              </span>
            ))}
          </p>
        </details>
      )}
    </Panel>
  );
}

export const dutyReportScreens: Screens = {
  list: {
    above: Coverage,
    empty: { title: "还没有登记代表述职", body: "代表向原选区选民述职后登记到会选民和当场测评票数。" },
  },
  form: { initial: (today) => ({ occurredOn: today }) },
};

export const visitScreens: Screens = {
  list: {
    empty: {
      title: "还没有登记联系走访",
      body: "代表走访选民、开座谈会、办实事、帮扶、调解纠纷，一人一次登记一条，按履职标准自动计数。",
    },
  },
  form: {
    initial: (today, { deputyId }) => ({ occurredOn: today, kind: "visit", deputyId: deputyId ?? null }),
  },
};

export const disputeScreens: Screens = {
  list: { empty: { title: "没有履职异议", body: "代表认为履职记录有错漏时，由办公室在这里登记并答复。" } },
  form: { initial: (today, { deputyId }) => ({ occurredOn: today, deputyId: deputyId ?? null }) },
};
