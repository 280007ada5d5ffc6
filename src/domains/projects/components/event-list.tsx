import { Facts } from "@/ui/detail/facts";
import { Panel } from "@/ui/panel";
import { changeLabels, yuan } from "../labels";
import type { ProjectRecord } from "./detail-type";

type EventOf = ProjectRecord["events"][number];
type Change = NonNullable<EventOf["changes"]>[number];

const told = (value: Change["before"]): string =>
  value === null ? "未填" : typeof value === "number" ? (yuan(value) ?? "") : value;

/** A decision after the ballot: before → after, and why. */
function Decision({ event }: { event: EventOf }) {
  const { changes, document, note, occurredOn } = event;
  const changed = (changes ?? []).map(({ field, before, after }) => ({
    label: changeLabels[field as keyof typeof changeLabels],
    value: (
      <>
        <s className="soft">{told(before)}</s> → {told(after)}
      </>
    ),
    wide: true,
  }));
  const dropped = changed.length === 0 ? [{ label: "调整", value: "取消项目", wide: true }] : changed;
  return (
    <Facts
      items={[
        { label: "决定", value: `${occurredOn}，${document ?? ""}`, wide: true },
        ...dropped,
        { label: "原因", value: note, wide: true },
      ]}
    />
  );
}

export function Decisions({ events }: { events: readonly EventOf[] }) {
  const changes = events.filter(({ kind }) => kind === "change");
  if (changes.length === 0) return null;
  return (
    <Panel title="票决后的调整">
      {changes.map((event) => (
        <Decision key={event.id} event={event} />
      ))}
    </Panel>
  );
}

/** What was asked on the site, and what was put off. */
export function OnSite({ events }: { events: readonly EventOf[] }) {
  const lines = events.filter(({ kind }) => kind !== "change");
  if (lines.length === 0) return null;
  return (
    <Panel title="现场询问和延期">
      <Facts
        items={lines.map(({ kind, occurredOn, note, milestone, oldDay, newDay }) => ({
          label: `${occurredOn} ${kind === "delay" ? "延期" : "现场询问"}`,
          value: kind === "delay" ? `${milestone ?? ""}：${oldDay ?? ""} → ${newDay ?? ""}，${note}` : note,
          wide: true,
        }))}
      />
    </Panel>
  );
}
