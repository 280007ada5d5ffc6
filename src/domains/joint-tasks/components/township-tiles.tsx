import Link from "next/link";
import { Panel } from "@/ui/panel";
import { PartTag, spanText } from "./states";
import type { JointYearData, Visit } from "./visits";
import "./joint.css";

type Props = { data: JointYearData; visits: readonly Visit[]; county: string };

/** Each township with how far it is and what of it is late. */
export function TownshipTiles({ data, visits, county }: Props) {
  return (
    <div className="joint-tiles">
      {data.townships.map(({ id, name }) => {
        const own = visits.filter(({ townshipId }) => townshipId === id);
        const done = own.filter(({ state }) => state === "done").length;
        const late = own.filter(({ late: by, state }) => by !== null && state !== "done").length;
        return (
          <Panel key={id} title={name} note={`任务 ${own.length} 项，认定 ${done} 项，逾期 ${late} 项`}>
            {own.length === 0 ? <p className="soft">这一年没有安排。</p> : null}
            <ul className="joint-list">
              {own.map((visit) => (
                <li key={visit.id}>
                  <Link href={`/c/${county}/joint/${visit.task.id}`}>{visit.task.title}</Link>
                  <span className="soft">{spanText(visit.visitFrom, visit.visitUntil)}</span>
                  <span>
                    <PartTag state={visit.state} late={visit.late} />
                  </span>
                </li>
              ))}
            </ul>
          </Panel>
        );
      })}
    </div>
  );
}
