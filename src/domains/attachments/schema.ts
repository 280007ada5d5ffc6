import { z } from "zod";
import { id, inTownship, lines, townshipChange } from "@/server/trpc/inputs";
import { attachableTypes } from "./rules";

export const recordInput = z.strictObject({ recordType: z.enum(attachableTypes), recordId: id });
export const listAttachmentsInput = inTownship({ recordType: z.enum(attachableTypes), recordId: id });
export const voidAttachmentInput = townshipChange({ id, reason: lines(200, "原因") });

export type RecordInput = z.output<typeof recordInput>;
export type ListAttachmentsInput = z.output<typeof listAttachmentsInput>;
export type VoidAttachmentInput = z.output<typeof voidAttachmentInput>;
