"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { ActButton } from "@/ui/link-button";
import { ListPage } from "@/ui/list/list-page";
import type { Tokens } from "../data/tokens";
import { IssuedPanel } from "./issued-panel";
import type { Issued } from "./token-form";
import { TokenTable } from "./token-table";
import { UsagePanel } from "./usage-panel";

const TokenForm = dynamic(() => import("./token-form").then((module) => module.TokenForm), { ssr: false });
const VoidModal = dynamic(() => import("@/ui/form/void-modal").then((module) => module.VoidModal), {
  ssr: false,
});

/** Which other systems of the county read here: a token each. */
export function ExportsPage({ base }: { base: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.exports.tokens.queryOptions({}));
  const revoke = useCommand(trpc.exports.revoke.mutationOptions());
  const may = useMay()("exports:manage");
  const [issuing, setIssuing] = useState(false);
  const [issued, setIssued] = useState<Issued | null>(null);
  const [ending, setEnding] = useState<Tokens["tokens"][number] | null>(null);
  return (
    <ListPage
      crumbs={[{ label: "设置", href: `${base}/settings` }, { label: "数据接口" }]}
      title="数据接口"
      note="本县其他系统凭令牌读取，只读"
      actions={
        may ? (
          <ActButton primary onClick={() => setIssuing(true)}>
            签发令牌
          </ActButton>
        ) : null
      }
    >
      {issued === null ? null : <IssuedPanel issued={issued} onDone={() => setIssued(null)} />}
      <TokenTable tokens={data.tokens} onRevoke={may ? setEnding : null} />
      <UsagePanel />
      {issuing ? <TokenForm data={data} onIssued={setIssued} onClose={() => setIssuing(false)} /> : null}
      {ending === null ? null : (
        <VoidModal
          object={`「${ending.name}」的令牌`}
          verb="停用"
          consequence="停用后对方系统马上读不到数据，不能恢复；还要用的，另发一个新的。"
          open
          onClose={() => setEnding(null)}
          onVoid={(reason) => revoke.run({ id: ending.id, version: ending.version, reason })}
        />
      )}
    </ListPage>
  );
}
