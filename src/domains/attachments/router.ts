import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { townshipCommand, townshipQuery } from "@/server/trpc/procedures";
import { voidAttachment } from "./commands";
import { listAttachments } from "./data";
import { listAttachmentsInput, voidAttachmentInput } from "./schema";

/** Files of a record; they come in and go out through /api/files. */
export const attachmentsRouter = router({
  list: townshipQuery("attachments:read").input(listAttachmentsInput).query(query(listAttachments)),
  void: townshipCommand("attachments:write").input(voidAttachmentInput).mutation(command(voidAttachment)),
});
