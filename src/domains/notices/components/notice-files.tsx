"use client";

import { minuteInText } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useRefresh } from "@/trpc/use-refresh";
import { Panel } from "@/ui/panel";
import { AttachmentList } from "@/ui/upload/attachment-list";
import { Uploader } from "@/ui/upload/uploader";
import type { NoticeFile } from "../data/files";

const accepted = ".pdf,.ofd,.docx,.xlsx,.doc,.xls,.wps,.et,.png,.jpg,.jpeg,.jfif,.webp,.txt,.csv";

type Props = {
  files: readonly NoticeFile[];
  /** the draft they are put to; null where they stay as they are */ noticeId: string | null;
};

/** What hangs on a notice; put to it as long as it is a draft. */
export function NoticeFiles({ files, noticeId }: Props) {
  const remove = useCommand(useTRPC().notices.removeFile.mutationOptions());
  const refresh = useRefresh();
  const items = files.map(({ id, name, size, mime, uploadedAt }) => ({
    ...{ id, filename: name, size, mime, href: `/api/notice-files/${id}` },
    at: minuteInText(uploadedAt),
  }));
  return (
    <Panel title="附件">
      <AttachmentList
        items={items}
        {...(noticeId === null
          ? {}
          : { onRemove: (id: string, reason: string) => remove.run({ id, reason }) })}
      />
      {noticeId === null ? null : (
        <Uploader
          uploadUrl={`/api/notice-files/${noticeId}`}
          accept={accepted}
          onUploaded={() => void refresh("notices")}
        />
      )}
    </Panel>
  );
}
