"use client";

import { useMutation } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useRefresh } from "@/trpc/use-refresh";
import { ActButton } from "@/ui/link-button";
import { ListPage } from "@/ui/list/list-page";
import { EmptyState } from "@/ui/states/empty-state";
import type { Notifications } from "../data";
import { DigestLine, ReminderRow } from "./reminder-row";

const QuietForm = dynamic(() => import("./quiet-form").then((module) => module.QuietForm), { ssr: false });

const quietText = ({ quietFrom, quietUntil, quietDaysOff }: Notifications["quiet"]): string => {
  const hours = quietFrom === quietUntil ? "不设时段" : `${quietFrom}:00 至 ${quietUntil}:00`;
  return `${hours}${quietDaysOff ? "，休息日全天" : ""}`;
};

/** Everything somebody is told of, new first; what is done disappears by itself [R99]. */
export function Reminders({ data }: { data: Notifications }) {
  const trpc = useTRPC().notifications;
  const refresh = useRefresh();
  const mark = useMutation(trpc.mark.mutationOptions({ onSuccess: () => refresh("notifications") }));
  const [setting, setSetting] = useState(false);
  const { rows, digest, unread, quiet, isQuiet } = data;
  const fresh = rows.filter(({ opened }) => !opened).flatMap(({ keys }) => keys);
  const all = digest === null || digest.opened ? fresh : [...fresh, digest.key];
  const put = (keys: string[], dismiss: boolean) => mark.mutate({ keys, dismiss });
  return (
    <ListPage
      title="提醒"
      count={unread}
      countUnit="条新的"
      note={isQuiet ? "现在是免打扰时间，新的提醒稍后再出" : null}
      actions={
        <>
          {all.length === 0 ? null : (
            <ActButton onClick={() => mark.mutateAsync({ keys: all.slice(0, 500), dismiss: false })}>
              全部标为已看
            </ActButton>
          )}
          <ActButton onClick={() => setSetting(true)}>免打扰时间</ActButton>
        </>
      }
    >
      <p className="soft">
        到期前 10 天、到期当天、逾期各提醒一次，同一件事不重复提醒；办完的自动消失。免打扰：{quietText(quiet)}
        。
      </p>
      {rows.length === 0 && digest === null ? (
        <EmptyState title="没有提醒" body="有事快到期、逾期，或县乡之间有新的通知、请示时，会列在这里。" />
      ) : (
        <ul className="panel reminders">
          {digest === null ? null : <DigestLine digest={digest} onMark={put} />}
          {rows.map((row) => (
            <ReminderRow key={row.key} row={row} onMark={put} />
          ))}
        </ul>
      )}
      {setting ? <QuietForm quiet={quiet} onClose={() => setSetting(false)} /> : null}
    </ListPage>
  );
}
