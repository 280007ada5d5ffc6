import { countyReaders } from "@/lib/roles";

/** What the county hands over; a township's petitions themselves are read by its own chair and office alone. */
export const petitionPermissions = {
  "handedPetitions:read": countyReaders,
  "handedPetitions:manage": countyReaders,
} as const;
