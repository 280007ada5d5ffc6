"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { minuteInText } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { CopyBox } from "@/ui/copy-box";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";

function Address({ address }: { address: string }) {
  return (
    <>
      <p>
        <strong>地址只显示这一次，</strong>请现在复制到手机：打开日历的“添加订阅日历”，粘贴这个地址。
      </p>
      <CopyBox label="日历订阅地址" value={address} what="地址" />
    </>
  );
}

/** One's own calendar on one's own telephone, until it is ended or the password changes. */
export function FeedPanel() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { data } = useSuspenseQuery(trpc.calendar.feed.queryOptions());
  const [address, setAddress] = useState<string | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: trpc.calendar.feed.queryKey() });
  const renew = useMutation(
    trpc.calendar.renewFeed.mutationOptions({
      onSuccess: ({ token }) => {
        setAddress(`${window.location.origin}/api/calendar/${token}.ics`);
        return refresh();
      },
    }),
  );
  const stop = useMutation(
    trpc.calendar.stopFeed.mutationOptions({
      onSuccess: () => {
        setAddress(null);
        return refresh();
      },
    }),
  );
  const busy = renew.isPending || stop.isPending;
  return (
    <Panel title="订阅到手机日历" className="no-print">
      <div className="stack">
        <p className="soft">
          手机日历按地址自动更新，只有事项名称和日期。谁拿到地址谁就能看到这些，请不要转发；修改密码后要重新订阅。
        </p>
        {address === null ? null : <Address address={address} />}
        <div className="row">
          {data.since === null ? (
            <ActButton disabled={busy} onClick={() => renew.mutateAsync()}>
              生成订阅地址
            </ActButton>
          ) : (
            <>
              <span>{minuteInText(data.since)} 生成，正在使用</span>
              <ActButton disabled={busy} onClick={() => renew.mutateAsync()}>
                换一个地址
              </ActButton>
              <ActButton danger disabled={busy} onClick={() => stop.mutateAsync()}>
                停用
              </ActButton>
            </>
          )}
        </div>
      </div>
    </Panel>
  );
}
