"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import type { Notifications } from "../data";

const fiveMinutes = 300_000;

type Props = {
  /** of the viewer's own area: /t/<code> or /c/<code> */
  base: string;
  /** the viewer's own township; null for the county's people */
  township: string | null;
};

/** Who may not ask is shown no bell: an account administrator has nothing to hear of. */
export function useNotifications(township: string | null): Notifications | undefined {
  const trpc = useTRPC().notifications;
  const may = useMay();
  const own = township !== null;
  const ofTownship = useQuery({
    ...trpc.township.queryOptions({ township: township ?? "" }),
    ...{ enabled: own && may("notifications:township"), refetchInterval: fiveMinutes },
  });
  const ofCounty = useQuery({
    ...trpc.county.queryOptions({}),
    ...{ enabled: !own && may("notifications:county"), refetchInterval: fiveMinutes },
  });
  return own ? ofTownship.data : ofCounty.data;
}

/** How much is new, and the way to it [R99]. */
export function Bell({ base, township }: Props) {
  const data = useNotifications(township);
  const unread = data?.unread ?? 0;
  return (
    <Link
      className={unread === 0 ? "shell-action shell-bell" : "shell-action shell-bell shell-bell-new"}
      href={`${base}/reminders`}
      title={data?.isQuiet === true ? "免打扰时间，新的提醒稍后再出" : "到期、逾期和新来的事"}
    >
      提醒<strong>{data === undefined ? "" : unread}</strong>
    </Link>
  );
}
