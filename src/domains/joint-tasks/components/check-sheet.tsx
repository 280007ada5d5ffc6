"use client";

import { useState } from "react";
import { dayOf } from "@/lib/dates";
import { Panel } from "@/ui/panel";
import { SignInBeside } from "@/ui/states/problem-text";
import { answerLabels } from "../labels";
import { isUnsent, placeOf } from "./outbox";
import { useOutbox } from "./check-outbox";
import type { Check } from "./check-type";
import { CheckPoint } from "./check-point";

type Props = { township: string; check: Check; writable: boolean };

/** What is kept in the browser for now, and what it waits for. */
function Unsent({ outbox: { unsent, signedOut, send } }: { outbox: ReturnType<typeof useOutbox> }) {
  if (unsent === 0) return null;
  return (
    <>
      {signedOut ? (
        <SignInBeside before={`，未发送 ${unsent} 条，都存在本机。登录已失效，`} after="，登录后自动发送" />
      ) : (
        `，未发送 ${unsent} 条，网络恢复后自动发送`
      )}
      <button type="button" className="btn btn-quiet" onClick={() => void send()}>
        现在发送
      </button>
    </>
  );
}

/** One point after another, of one unit after another; what is not yet sent says so. */
export function CheckSheet({ township, check, writable }: Props) {
  const outbox = useOutbox(township, check.id);
  const { points, units, answers, progress } = check;
  const [unit, setUnit] = useState<string | null>(units[0] ?? null);
  const [index, setIndex] = useState(0);
  const point = points[Math.min(index, points.length - 1)];
  if (point === undefined) return null;
  const savedAt = (code: string) => answers.find((one) => one.code === code && one.unit === unit);
  const stateOf = (code: string): string => {
    const entry = outbox.box[placeOf({ code, unit })];
    if (entry !== undefined) return isUnsent(entry) ? "未发送" : "待处理";
    const saved = savedAt(code);
    return saved === undefined ? "未填" : answerLabels[saved.answer];
  };
  return (
    <>
      {units.length > 1 ? (
        <label className="check-unit">
          受检单位
          <select
            className="field"
            value={unit ?? ""}
            onChange={(event) => setUnit(event.currentTarget.value)}
          >
            {units.map((name) => (
              <option key={name} value={name ?? ""}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <p className="check-progress" role="status">
        已填 {progress.answered} / {progress.places} 条
        <Unsent outbox={outbox} />
      </p>
      <ol className="check-points" aria-label="全部要点">
        {points.map(({ code }, place) => (
          <li key={code}>
            <button
              type="button"
              data-state={stateOf(code)}
              aria-current={place === index ? "step" : undefined}
              aria-label={`第${place + 1}条，${stateOf(code)}`}
              onClick={() => setIndex(place)}
            >
              {place + 1}
              <small>{stateOf(code)}</small>
            </button>
          </li>
        ))}
      </ol>
      <Panel title={`第 ${index + 1} 条${unit === null ? "" : `（${unit}）`}`}>
        <CheckPoint
          key={placeOf({ code: point.code, unit })}
          township={township}
          partId={check.id}
          point={point}
          saved={savedAt(point.code)}
          entry={outbox.box[placeOf({ code: point.code, unit })]}
          blank={{
            ...{ code: point.code, unit, version: savedAt(point.code)?.version ?? null, key: null },
            seenOn: dayOf(new Date()),
          }}
          writable={writable}
          outbox={outbox}
          next={index + 1 < points.length ? () => setIndex(index + 1) : null}
        />
      </Panel>
    </>
  );
}
