import { recordKinds } from "@/domains/record-kinds";
import { recordReaders, townshipWriters } from "@/lib/roles";

type Rights = (typeof recordKinds)[number]["rights"];
type RecordPermissions = Record<`${Rights}:read`, typeof recordReaders> &
  Record<`${Rights}:write`, typeof townshipWriters>;

/** Every kind of the kit is read by the township and its county, and changed by the township alone. */
export const recordPermissions = Object.fromEntries(
  recordKinds.flatMap(({ rights }) => [
    [`${rights}:read`, recordReaders],
    [`${rights}:write`, townshipWriters],
  ]),
) as RecordPermissions;
