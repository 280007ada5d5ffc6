"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { RecordFiles } from "@/domains/attachments/components/record-files";
import { HistoryPanel } from "@/domains/history/components/history-panel";
import { minuteInText } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { Facts } from "@/ui/detail/facts";
import { StatusTag } from "@/ui/detail/status-tag";
import { Panel } from "@/ui/panel";
import { doneInText } from "../labels";
import { NoticeFiles } from "./notice-files";
import { ImportanceTag, ProgressTag } from "./notice-tags";
import { NoticeText } from "./notice-text";
import { OwnActs } from "./own-acts";
import { useOpening } from "./use-opening";

/** A notice as this township received it: opened by looking at it, signed for, reported done [R93]. */
export function OwnNotice({ township, id }: { township: string; id: string }) {
  const { data } = useSuspenseQuery(useTRPC().notices.received.queryOptions({ township, id }));
  const may = useMay()("notices:write");
  const { notice, receipt, progress, late, toldLate } = data;
  useOpening(township, receipt, may && data.may.open.allowed);
  const at = (moment: string | null) => (moment === null ? "还没有" : minuteInText(moment));
  return (
    <DetailPage
      crumbs={[{ label: "县人大通知", href: `/t/${township}/notices` }, { label: notice.title }]}
      title={notice.title}
      tag={
        <>
          {notice.state === "recalled" ? (
            <StatusTag tone="neutral">县人大已撤回</StatusTag>
          ) : (
            <ProgressTag {...{ progress, late, toldLate }} asked={notice.asked !== null} />
          )}{" "}
          <ImportanceTag importance={notice.importance} />
        </>
      }
      next={may && notice.state === "sent" ? <OwnActs township={township} data={data} /> : null}
    >
      <NoticeText notice={notice} />
      <NoticeFiles files={data.files} noticeId={null} />
      <Panel title="本乡镇" note="县人大看到的是乡镇，不是哪个人">
        <Facts
          items={[
            { label: "第一次打开", value: at(receipt.openedAt) },
            { label: "签收", value: at(receipt.signedAt) },
            ...(notice.asked === null
              ? []
              : [
                  { label: "办结日期", value: doneInText(receipt.doneOn, receipt.doneToldOn) ?? "还没有" },
                  { label: "办理情况", value: receipt.doneText ?? "还没有", wide: true },
                ]),
          ]}
        />
      </Panel>
      <RecordFiles township={township} recordType="noticeReceipt" recordId={id} />
      <HistoryPanel entries={data.timeline} />
    </DetailPage>
  );
}
