"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { NextAction } from "@/ui/detail/next-action";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { DrawPanel } from "./draw-panel";
import type { Draws } from "./draw-forms";

const AnnounceDraw = dynamic(() => import("./draw-forms").then((module) => module.AnnounceDraw), {
  ssr: false,
});
const DrawNow = dynamic(() => import("./draw-forms").then((module) => module.DrawNow), { ssr: false });

type Doing = "announce" | "draw";

/** Announce, draw, and once it is drawn nothing more is waited for: drawing again is no usual step. */
function Next({ data, act }: { data: Draws; act: (doing: Doing) => void }) {
  const { may, draws } = data;
  const [last] = draws;
  const announce = { decision: may.announce, onClick: () => act("announce") };
  if (last === undefined) return <NextAction primary={{ ...announce, label: "定名单、公布抽取办法" }} />;
  if (last.drawnOn !== null) return null;
  const opens = last.opensOn <= data.today ? "号码已经产生" : `${last.opensOn} 产生号码后抽取`;
  return (
    <NextAction
      primary={{ label: "填号码、抽取", hint: opens, decision: may.draw, onClick: () => act("draw") }}
    />
  );
}

/** 抽取受检单位: from which lists, by which number, and what came of it, for whoever wants to draw it again [R87]. */
export function DrawPage({ county, id }: { county: string; id: string }) {
  const { data } = useSuspenseQuery(useTRPC().jointTasks.draws.queryOptions({ id }));
  const may = useMay()("jointTasks:manage");
  const [doing, setDoing] = useState<Doing | null>(null);
  const { task, draws } = data;
  const close = () => setDoing(null);
  const again = may && draws.length > 0 && data.may.announce.allowed;
  return (
    <DetailPage
      crumbs={[
        { label: "联动任务", href: `/c/${county}/joint?year=${task.year}` },
        { label: task.title, href: `/c/${county}/joint/${id}` },
        { label: "抽取受检单位" },
      ]}
      title="抽取受检单位"
      actions={again ? <ActButton onClick={() => setDoing("announce")}>重抽</ActButton> : null}
      next={may ? <Next data={data} act={setDoing} /> : null}
    >
      {draws.length === 0 ? (
        <Panel>
          <p>
            还没有公布抽取办法。名单在号码产生以前就定了，用哪个号码也在产生以前公布，所以谁都不能挑抽到哪一家。
          </p>
        </Panel>
      ) : null}
      {draws.map((draw) => (
        <DrawPanel key={draw.number} draw={draw} taskId={id} names={data.names} of={draws.length} />
      ))}
      {doing === "announce" ? <AnnounceDraw data={data} onClose={close} /> : null}
      {doing === "draw" ? <DrawNow data={data} onClose={close} /> : null}
    </DetailPage>
  );
}
