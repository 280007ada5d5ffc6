"use client";

import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import type { ShownRecord } from "@/domains/records/components/slots";
import { useTRPC } from "@/trpc/client";
import { ChoiceField, NumberField } from "@/ui/form/fields";
import { projectRating } from "../record";

/** A rating stays that of the project it was entered for. */
export function ProjectAndYear({ township, record }: { township: string; record: ShownRecord | null }) {
  const { data } = useQuery(useTRPC().projects.choices.queryOptions({ township }));
  const year = Form.useWatch<number | undefined>("year");
  const chosen = (data?.projects ?? []).filter((one) => one.chosenOn !== null && one.year === year);
  const { label, min, max } = projectRating.fields.year;
  return (
    <>
      <NumberField name="year" label={label} required min={min} max={max} />
      {record === null ? (
        <ChoiceField
          name="projectId"
          label="项目"
          options={chosen.map(({ id, name }) => ({ value: id, label: name }))}
          hint="不选为本年全部项目合并测评"
        />
      ) : null}
    </>
  );
}
