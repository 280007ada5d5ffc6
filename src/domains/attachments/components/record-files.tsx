"use client";

import { useQuery } from "@tanstack/react-query";
import type { FiledType } from "@/domains/registry";
import { minuteInText } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { Panel } from "@/ui/panel";
import { FileBox } from "./file-box";

type RecordFilesProps = {
  township: string;
  recordType: FiledType;
  recordId: string;
  /** false on voided records: their files can be read, not changed */
  live?: boolean;
};

/** The files of a record, to be put on any record's page. */
export function RecordFiles({ township, recordType, recordId, live = true }: RecordFilesProps) {
  const record = { township, recordType, recordId };
  const { data = [] } = useQuery(useTRPC().attachments.list.queryOptions(record));
  const writable = useMay()("attachments:write") && live;
  const files = data.map(({ uploadedAt, uploadedByName: by, ...file }) => ({
    ...{ ...file, by, at: minuteInText(uploadedAt) },
  }));
  return (
    <Panel title="附件">
      <FileBox {...record} files={files} writable={writable} empty="没有附件。" />
    </Panel>
  );
}
