"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { NumberField } from "@/ui/form/fields";
import { FormDrawer } from "@/ui/form/form-modal";
import { LoadingState } from "@/ui/states/loading-state";
import type { SessionRecord } from "../data/views";

type Props = { township: string; session: SessionRecord; onClose: () => void };
type Values = { times?: Record<string, number | null | undefined> };

/** Everybody who was expected, less those marked as not present or on leave: a number beside whoever spoke. */
export function SpeechForm({ township, session, onClose }: Props) {
  const trpc = useTRPC();
  const { id, version } = session;
  const { data } = useQuery(trpc.sessions.attendanceSheet.queryOptions({ township, id }));
  const save = useCommand(trpc.sessions.saveSpeeches.mutationOptions());
  if (data === undefined) return <LoadingState />;
  const people = data.deputies.filter(({ status, leave }) =>
    status === null ? leave === null : status === "present",
  );
  const said = Object.fromEntries(session.speeches.map(({ deputyId, times }) => [deputyId, times]));
  const speechesIn = ({ times = {} }: Values) =>
    Object.entries(times).flatMap(([deputyId, count]) => (count ? [{ deputyId, times: count }] : []));
  return (
    <FormDrawer<Values>
      title={`${session.title}代表发言`}
      open
      onClose={onClose}
      intro={
        people.length === 0
          ? "当日没有在任的本级代表，请先在「代表」登记代表任期。"
          : "在发言的代表后面填次数（大会、分组审议都算），没有发言的留空。"
      }
      onSubmit={(values) => save.run({ township, id, version, speeches: speechesIn(values) })}
      initialValues={{ times: said }}
      submitLabel="保存发言"
    >
      <div className="form-pair">
        {people.map(({ deputyId, name }) => (
          <NumberField key={deputyId} name={["times", deputyId]} label={name} unit="次" max={99} />
        ))}
      </div>
    </FormDrawer>
  );
}
