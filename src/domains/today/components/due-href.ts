import { dueOf, recordHref } from "@/domains/registry";
import type { DueRow } from "../data";

/** Where a due matter is dealt with; who may only read is led to the records instead of a form. */
export function dueHref(township: string, { kind, type, id }: DueRow, writable: boolean): string {
  const page = dueOf(kind).page?.[writable ? "write" : "read"];
  return recordHref(township, type, id) ?? `/t/${township}/${page ?? ""}`;
}
