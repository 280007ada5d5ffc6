import { recordKinds } from "@/domains/record-kinds";
import type { AnyKind } from "@/lib/records/kind";
import { recordReaders, townshipWriters } from "@/lib/roles";

type Rights = (typeof recordKinds)[number]["rights"];
type RecordPermissions = Record<`${Rights}:read`, typeof recordReaders> &
  Record<`${Rights}:write`, typeof townshipWriters>;

/** A kind of the kit is read by the township and its county unless it says by whom, and changed by the township alone. */
export const recordPermissions = Object.fromEntries(
  (recordKinds as readonly AnyKind[]).flatMap(({ rights, readers }) => [
    [`${rights}:read`, readers ?? recordReaders],
    [`${rights}:write`, townshipWriters],
  ]),
) as RecordPermissions;
