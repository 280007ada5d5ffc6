"use client";

import type { FiledType } from "@/domains/registry";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useRefresh } from "@/trpc/use-refresh";
import { AttachmentList } from "@/ui/upload/attachment-list";
import { Uploader } from "@/ui/upload/uploader";
import type { FileShown } from "../data";

type FileBoxProps = {
  township: string;
  recordType: FiledType;
  recordId: string;
  files: readonly FileShown[];
  /** whether whoever looks may add files and take them away now */
  writable: boolean;
  /** what to say where there are none; without it nothing */
  empty?: string;
};

/** A telephone that keeps photos in a format of its own hands them over as JPG when that is all that is asked for. */
const accepted = ".pdf,.ofd,.docx,.xlsx,.doc,.xls,.wps,.et,.png,.jpg,.jpeg,.jfif,.webp,.txt,.csv";

/** A record's files, which an answer brought along, and the way to add one. */
export function FileBox({ township, recordType, recordId, files, writable, empty }: FileBoxProps) {
  const remove = useCommand(useTRPC().attachments.void.mutationOptions());
  const refresh = useRefresh();
  const items = files.map(({ name: filename, ...file }) => ({
    ...{ ...file, filename, href: `/api/files/${township}/${file.id}` },
  }));
  return (
    <>
      {items.length === 0 && empty === undefined ? null : (
        <AttachmentList
          items={items}
          {...(empty === undefined ? {} : { empty })}
          {...(writable
            ? { onRemove: (id: string, reason: string) => remove.run({ township, id, reason }) }
            : {})}
        />
      )}
      {writable ? (
        <Uploader
          uploadUrl={`/api/files/${township}/${recordType}/${recordId}`}
          accept={accepted}
          onUploaded={() => void refresh("attachments")}
        />
      ) : null}
    </>
  );
}
