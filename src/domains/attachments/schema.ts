import { z } from "zod";
import { filedTypes } from "@/domains/registry";
import { id, inTownship, lines, townshipChange } from "@/server/trpc/inputs";

/** Files can be attached to whatever record has a page of its own, and to what a township says of its assessment. */
export const recordInput = z.strictObject({ recordType: z.enum(filedTypes), recordId: id });
export const listAttachmentsInput = inTownship({ recordType: z.enum(filedTypes), recordId: id });
export const voidAttachmentInput = townshipChange({ id, reason: lines(200, "原因") });

export type RecordInput = z.output<typeof recordInput>;
export type ListAttachmentsInput = z.output<typeof listAttachmentsInput>;
export type VoidAttachmentInput = z.output<typeof voidAttachmentInput>;
