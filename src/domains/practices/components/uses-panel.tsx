import { Panel } from "@/ui/panel";
import { StatusTag } from "@/ui/detail/status-tag";
import type { Around } from "../data/own";

/** Who took it over and what they say of it; others than the author and the county see those who have said something. */
export function UsesPanel({ uses, all }: Pick<Around, "uses"> & { all: boolean }) {
  const none = all ? "还没有乡镇采用。" : "还没有乡镇确认采用后的效果。";
  return (
    <Panel title="采用情况">
      {uses.length === 0 ? <p className="soft">{none}</p> : null}
      <ul className="practice-uses">
        {uses.map(({ id, adopterName, beganOn, endedOn, confirmedOn, helped, benefit }) => (
          <li key={id}>
            <b>{adopterName}</b> <span className="soft">{`${beganOn} 开始`}</span>{" "}
            {helped === null ? (
              <StatusTag tone="info">{endedOn === null ? "采用中" : "已停止"}</StatusTag>
            ) : (
              <StatusTag tone={helped ? "good" : "warn"}>
                {`${confirmedOn ?? ""} 确认${helped ? "有效" : "没有见效"}`}
              </StatusTag>
            )}
            {benefit === null ? null : <p>{benefit}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
