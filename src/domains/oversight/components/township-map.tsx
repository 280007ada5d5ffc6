"use client";

import { useState } from "react";
import { type MetricCode, metricOf } from "@/domains/figures/rules/metrics";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { TileBoard } from "@/ui/charts/tile-board";
import { TileMap } from "@/ui/charts/tile-map";
import { ActButton } from "@/ui/link-button";
import type { Picture } from "../data/picture";
import { mapSize, moved, type Place } from "../rules/map";
import { tilesOf } from "./township-tiles";

type Props = { base: string; data: Picture; metric: MetricCode };

/** Room for one more column and row than the tiles take, so that there is somewhere to move to. */
const sizeOf = (places: readonly Place[]) => ({
  columns: Math.min(mapSize.columns, Math.max(6, ...places.map(({ column }) => column + 1))),
  rows: Math.min(mapSize.rows, Math.max(4, ...places.map(({ row }) => row + 1))),
});

function Placing({ data, onDone }: { data: Picture; onDone: () => void }) {
  const [places, setPlaces] = useState<readonly Place[]>(data.map.places);
  const { run, isPending } = useCommand(useTRPC().oversight.saveMap.mutationOptions());
  const names = new Map(data.townships.map(({ code, shortName }) => [code, shortName]));
  const save = (those: readonly Place[]) =>
    run({ places: [...those], version: data.map.version }).then(onDone);
  return (
    <div className="stack">
      <p>
        用手指或鼠标拖动乡镇，摆到大致的方位，再按保存。也可以先点一下乡镇，再点要去的格子；或用 Tab
        选中后按方向键。摆到别人的格子上，两个互换。全县只存一份，大家看到的一样。
      </p>
      <TileBoard
        label="摆放乡镇"
        tiles={places.map(({ code, column, row }) => ({
          id: code,
          name: names.get(code) ?? code,
          column,
          row,
        }))}
        {...sizeOf(places)}
        onMove={(id, to) => setPlaces((those) => moved(those, id, to))}
      />
      <div className="row">
        <ActButton primary disabled={isPending} onClick={() => save(places)}>
          保存
        </ActButton>
        <ActButton onClick={onDone}>取消</ActButton>
        {data.map.own ? (
          <ActButton disabled={isPending} onClick={() => save([])}>
            改回按顺序排
          </ActButton>
        ) : null}
      </div>
    </div>
  );
}

/** The townships as the county places them, coloured by a metric among their class; placed by drag or by keyboard. */
export function TownshipMap({ base, data, metric }: Props) {
  const [placing, setPlacing] = useState(false);
  const may = useMay();
  if (placing) return <Placing data={data} onDone={() => setPlacing(false)} />;
  const tiles = tilesOf(data, metric, base);
  const known = tiles.filter(({ figure }) => typeof figure === "number").length;
  return (
    <div className="stack">
      <TileMap
        finding={`${metric} ${metricOf(metric).name}：${tiles.length} 个乡镇中 ${known} 个有数`}
        note={
          data.map.own ? "按本县摆放的方位；点开看依据" : "按类别、顺序排列，可以摆成地图的样子；点开看依据"
        }
        tiles={tiles}
      />
      {may("oversight:placeMap") ? (
        <div className="row no-print">
          <ActButton onClick={() => setPlacing(true)}>摆放乡镇</ActButton>
        </div>
      ) : null}
    </div>
  );
}
