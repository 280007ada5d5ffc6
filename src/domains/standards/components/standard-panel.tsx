"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";

const StandardForm = dynamic(() => import("./standard-form").then((module) => module.StandardForm), {
  ssr: false,
});

/** Which standard of duty holds, and which the county has chosen from when on. */
export function StandardPanel() {
  const { data } = useSuspenseQuery(useTRPC().standards.county.queryOptions({}));
  const manage = useMay()("tenancy:manage");
  const [choosing, setChoosing] = useState(false);
  const { year, present, chosen } = data;
  return (
    <Panel
      title={`代表履职标准：${year} 年按「${present.name}」`}
      note="各乡镇本级代表按它统计履职达标面；没有选过的，按「12345」"
      extra={manage ? <ActButton onClick={() => setChoosing(true)}>选用或自定</ActButton> : null}
    >
      <p>{present.text}</p>
      <ul>
        {chosen.map((one, index) => (
          <li key={index}>
            {one.fromYear} 年起「{one.name}」：{one.text}{" "}
            <span className="soft">
              {one.enteredByName} {one.enteredOn} 设定
            </span>
          </li>
        ))}
      </ul>
      {choosing ? <StandardForm year={year} onClose={() => setChoosing(false)} /> : null}
    </Panel>
  );
}
