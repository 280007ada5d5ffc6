"use client";

import { useQuery } from "@tanstack/react-query";
import type { PagedType } from "@/domains/registry";
import { minuteInText } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useRefresh } from "@/trpc/use-refresh";
import { useMay } from "@/trpc/viewer";
import { Panel } from "@/ui/panel";
import { AttachmentList } from "@/ui/upload/attachment-list";
import { Uploader } from "@/ui/upload/uploader";

type RecordFilesProps = {
  township: string;
  recordType: PagedType;
  recordId: string;
  /** false on voided records: their files can be read, not changed */
  live?: boolean;
};

/** A telephone that keeps photos in a format of its own hands them over as JPG when that is all that is asked for. */
const accepted = ".pdf,.ofd,.docx,.xlsx,.doc,.xls,.wps,.et,.png,.jpg,.jpeg,.jfif,.webp,.txt,.csv";

/** The files of a record, to be put on any record's page. */
export function RecordFiles({ township, recordType, recordId, live = true }: RecordFilesProps) {
  const trpc = useTRPC();
  const record = { township, recordType, recordId };
  const { data: files = [] } = useQuery(trpc.attachments.list.queryOptions(record));
  const remove = useCommand(trpc.attachments.void.mutationOptions());
  const refresh = useRefresh();
  const writable = useMay()("attachments:write") && live;
  const items = files.map((file) => ({
    id: file.id,
    filename: file.name,
    size: file.size,
    mime: file.mime,
    href: `/api/files/${township}/${file.id}`,
    by: file.uploadedByName,
    at: minuteInText(file.uploadedAt),
  }));
  return (
    <Panel title="附件">
      <AttachmentList
        items={items}
        {...(writable
          ? { onRemove: (id: string, reason: string) => remove.run({ township, id, reason }) }
          : {})}
      />
      {writable ? (
        <Uploader
          uploadUrl={`/api/files/${township}/${recordType}/${recordId}`}
          accept={accepted}
          onUploaded={() => void refresh("attachments")}
        />
      ) : null}
    </Panel>
  );
}
