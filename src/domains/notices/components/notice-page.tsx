"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { ImportanceTag, NoticeTag } from "./notice-tags";
import { NoticeActs } from "./notice-acts";
import { NoticeFiles } from "./notice-files";
import { NoticeNext } from "./notice-next";
import { NoticeText } from "./notice-text";
import { ReceiptsTable } from "./receipts-table";

/** One notice of the county's, and who has not read, signed or done [R93]. */
export function NoticePage({ county, id }: { county: string; id: string }) {
  const { data } = useSuspenseQuery(useTRPC().notices.notice.queryOptions({ id }));
  const may = useMay()("notices:manage");
  const { notice, townships } = data;
  const names = townships.filter((one) => notice.townships.includes(one.id)).map(({ name }) => name);
  const draft = notice.state === "draft";
  return (
    <DetailPage
      crumbs={[{ label: "通知", href: `/c/${county}/notices` }, { label: notice.title }]}
      title={notice.title}
      tag={
        <>
          <NoticeTag state={notice.state} /> <ImportanceTag importance={notice.importance} />
        </>
      }
      actions={may ? <NoticeActs county={county} data={data} /> : null}
      next={may ? <NoticeNext data={data} /> : null}
    >
      {draft ? (
        <p>将发给：{names.length === 0 ? `全部 ${townships.length} 个乡镇` : names.join("、")}</p>
      ) : (
        <ReceiptsTable data={data} />
      )}
      <NoticeText notice={notice} />
      <NoticeFiles files={data.files} noticeId={may && draft ? id : null} />
    </DetailPage>
  );
}
