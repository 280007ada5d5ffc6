"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { Facts } from "@/ui/detail/facts";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import type { FreezeState } from "../data/freeze";
import { ChangesOfCounty } from "./changes-after";
import { DownloadBundle } from "./download-bundle";

const FreezeYear = dynamic(() => import("./freeze-year").then((module) => module.FreezeYear), { ssr: false });

type Props = { year: number };

/** What a year is until it is frozen: figures still move, and when they may be closed. */
function Open({ state }: { state: FreezeState }) {
  const [asking, setAsking] = useState(false);
  const may = useMay();
  return (
    <>
      <p>
        {`封存后，${state.year} 年的得分、位次和每一条证据都固定下来，任何人不能再改；以后修改这一年的记录要写理由，得分不变。`}
      </p>
      {state.refusal === null ? (
        <p className="soft">{`现在可以封存，一般在 ${state.frozenBy} 前封存。`}</p>
      ) : (
        <p className="soft">{state.refusal}</p>
      )}
      {state.refusal === null && may("assessments:manage") ? (
        <div>
          <ActButton onClick={() => setAsking(true)}>{`封存 ${state.year} 年考核`}</ActButton>
        </div>
      ) : null}
      {asking ? (
        <FreezeYear year={state.year} townships={state.townships} onClose={() => setAsking(false)} />
      ) : null}
    </>
  );
}

type Frozen = NonNullable<FreezeState["frozen"]>;

function Closed({ state, frozen }: { state: FreezeState; frozen: Frozen }) {
  return (
    <>
      <p>{`${state.year} 年考核已于 ${frozen.on} 封存，系统算出的得分、位次和证据就此固定。评审、申诉和主任会议的决定另记，不改封存的数据。`}</p>
      <Facts
        items={[
          { label: "封存日期", value: frozen.on },
          { label: "经办人", value: frozen.by },
          { label: "期限判断到", value: frozen.judgedOn },
          ...(frozen.note === null ? [] : [{ label: "说明", value: frozen.note, wide: true }]),
          { label: "摘要", value: <code className="freeze-hash">{frozen.hash}</code>, wide: true },
        ]}
      />
      <p className="soft">
        摘要（SHA-256）由方案、得分和全部证据算出，改动一个字就不同。下载的数据文件不含姓名和内容，任何人都可以用它重算核对。
      </p>
      <DownloadBundle year={state.year} />
      <ChangesOfCounty year={state.year} count={state.changes} />
    </>
  );
}

/** 封存: whether the year's assessment is closed, what that means, and what was changed since. */
export function FreezePanel({ year }: Props) {
  const { data } = useSuspenseQuery(useTRPC().assessments.freeze.queryOptions({ year }));
  return (
    <Panel title="封存">
      <div className="stack">
        {data.frozen === null ? <Open state={data} /> : <Closed state={data} frozen={data.frozen} />}
      </div>
    </Panel>
  );
}
