import { countyReaders } from "@/lib/roles";

/** This slice's rows of the role → permission table, beside those of its kinds of record: what goes up to the county. */
export const supervisionPermissions = {
  "raised:readCounty": countyReaders,
  "raised:answer": countyReaders,
} as const;
