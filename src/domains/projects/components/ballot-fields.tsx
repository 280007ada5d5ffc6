"use client";

import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import Link from "next/link";
import { useEffect } from "react";
import type { ShownRecord } from "@/domains/records/components/slots";
import { useTRPC } from "@/trpc/client";
import { ChoiceField, NumberField } from "@/ui/form/fields";
import type { BallotRecord } from "./detail-type";
import { projectBallot } from "../record";

type Asked = { township: string; record: ShownRecord | null };

const useChoices = (township: string) => {
  const { data } = useQuery(useTRPC().projects.choices.queryOptions({ township }));
  return { sessions: data?.sessions ?? [], projects: data?.projects ?? [], loaded: data !== undefined };
};

/** The session first: who was expected and came is known from there, and may be corrected. */
export function SessionAndYear({ township, record }: Asked) {
  const form = Form.useFormInstance();
  const { sessions } = useChoices(township);
  const chosen = Form.useWatch<string | undefined>("sessionId", form);
  const known = (record as BallotRecord | null)?.sessionId ?? null;
  useEffect(() => {
    if (known !== null && form.getFieldValue("sessionId") === undefined)
      form.setFieldValue("sessionId", known);
  }, [form, known]);
  useEffect(() => {
    const session = sessions.find(({ id }) => id === chosen);
    if (session === undefined || chosen === known) return;
    const { startsOn, expected, present } = session;
    const year = Number(startsOn.slice(0, 4));
    form.setFieldsValue({ year, occurredOn: startsOn });
    if (expected !== null && present !== null)
      form.setFieldsValue({
        deputiesTotal: expected,
        ...{ present, ballotsIssued: present, ballotsReturned: present },
      });
  }, [form, chosen, sessions, known]);
  const { label, min, max } = projectBallot.fields.year;
  return (
    <>
      <ChoiceField
        name="sessionId"
        label="人代会"
        required
        options={sessions.map(({ id, name, startsOn }) => ({ value: id, label: `${name}（${startsOn}）` }))}
        setUp={{ what: "人代会", href: `/t/${township}/sessions/new` }}
      />
      <NumberField name="year" label={label} required min={min} max={max} />
    </>
  );
}

/** A line a candidate of the year; what stood on the ballot that is corrected stands here with its votes. */
export function Candidates({ township, record }: Asked) {
  const year = Form.useWatch<number | undefined>("year");
  const { projects, loaded } = useChoices(township);
  const lines = new Map((record as BallotRecord | null)?.lines.map((line) => [line.projectId, line]));
  const shown = projects.filter(
    ({ id, year: of, nominatedOn, chosenOn }) =>
      lines.has(id) || (of === year && nominatedOn !== null && chosenOn === null),
  );
  return (
    <section className="form-section" aria-label="候选项目">
      <h2>候选项目的票数</h2>
      <p className="soft">没有列入这次票决的项目，赞成票留空。弃权不用填。</p>
      {shown.map(({ id, name }) => (
        <div key={id} className="form-line">
          <div className="form-line-wide">{name}</div>
          <NumberField name={["votes", id, "inFavour"]} label="赞成" unit="票" max={10_000} />
          <NumberField name={["votes", id, "against"]} label="反对" unit="票" max={10_000} />
        </div>
      ))}
      {loaded && shown.length === 0 ? (
        <p className="soft">
          这一年没有等待票决的候选项目。请先在
          <Link href={`/t/${township}/projects`}>民生实事项目</Link>
          里登记项目，并由主席团提名。
        </p>
      ) : null}
      <VotesOf lines={[...lines.values()]} />
    </section>
  );
}

/** The votes as they were entered, until somebody changes them. */
function VotesOf({ lines }: { lines: readonly BallotRecord["lines"][number][] }) {
  const form = Form.useFormInstance();
  const known = JSON.stringify(
    lines.map(({ projectId, inFavour, against }) => ({ projectId, inFavour, against })),
  );
  useEffect(() => {
    for (const { projectId, inFavour, against } of JSON.parse(known) as typeof lines)
      if (form.getFieldValue(["votes", projectId, "inFavour"]) === undefined)
        form.setFieldValue(["votes", projectId], { inFavour, against });
  }, [form, known]);
  return null;
}
