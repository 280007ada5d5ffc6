"use client";

import Link from "next/link";
import { classLabel } from "@/domains/tenancy/labels";
import { RadarChart } from "@/ui/charts/lazy-radar-chart";
import { isNumber, medianOf } from "@/ui/figure";
import { Panel } from "@/ui/panel";
import { scoresOf, shareOf } from "./shares";
import type { County } from "./scores-type";

type Sheet = County["townships"][number];

/** Of fewer than three a middle is one of them. */
const fewest = 3;

function axesOf({ dimensions, townships }: County, own: Sheet) {
  const peers = townships.filter((row) => row.township.class === own.township.class);
  return dimensions.map(({ code, name, indicators }) => {
    const codes = indicators.map((one) => one.code);
    const share = shareOf(scoresOf(own.scores, codes));
    const all = peers.map((row) => shareOf(scoresOf(row.scores, codes))).filter(isNumber);
    const middle = all.length < fewest ? null : medianOf(all);
    return {
      code,
      first: codes[0] ?? "",
      name,
      own: isNumber(share) ? share : null,
      middle: middle === null ? null : Math.round(middle * 10) / 10,
    };
  });
}

type Axis = ReturnType<typeof axesOf>[number];

const apart = ({ own, middle }: Axis): number => (own === null || middle === null ? 0 : own - middle);

function findingOf(name: string, axes: readonly Axis[]): string {
  const sorted = axes.toSorted((one, other) => apart(other) - apart(one));
  const [best, worst] = [sorted[0], sorted.at(-1)];
  const said = [
    best !== undefined && apart(best) > 0 ? `${best.name}高出 ${apart(best).toFixed(0)} 个百分点` : "",
    worst !== undefined && apart(worst) < 0
      ? `${worst.name}低 ${Math.abs(apart(worst)).toFixed(0)} 个百分点`
      : "",
  ].filter((one) => one !== "");
  return said.length === 0 ? `${name}各方面的得分率` : `${name}与同类中位比：${said.join("，")}`;
}

/** A township's seven dimensions beside the middle of its class. */
export function ScoreRadar({ base, data, own }: { base: string; data: County; own: Sheet }) {
  const axes = axesOf(data, own);
  const page = `${base}/assessment/${own.township.code}?year=${data.year}`;
  const few = axes.every(({ middle }) => middle === null);
  return (
    <Panel>
      <RadarChart
        finding={findingOf(own.township.shortName, axes)}
        note={few ? "同类不足三个有得分，不画中位" : "单位：得分率，外圈 100%"}
        ownName={own.township.shortName}
        middleName={`${classLabel(own.township.class)}中位`}
        axes={axes}
      />
      <ul className="row">
        {axes.map(({ code, name, own: share }) => (
          <li key={code}>
            {name} <Link href={`${page}#${code}`}>{share === null ? "无" : `${share}%`}</Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
