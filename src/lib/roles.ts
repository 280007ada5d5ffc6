/** Everybody who signs in has exactly one of these roles; there is no role above them at run time. */
export const roles = [
  "operator",
  "countyLeader",
  "countyStaff",
  "countyAccountAdmin",
  "townshipChair",
  "townshipStaff",
  "townshipViewer",
] as const;

export type Role = (typeof roles)[number];

export const countyReaders = ["countyLeader", "countyStaff"] as const satisfies Role[];
export const townshipReaders = ["townshipChair", "townshipStaff", "townshipViewer"] as const satisfies Role[];
export const townshipWriters = ["townshipChair", "townshipStaff"] as const satisfies Role[];
/** Who may look at a township's records: its own people, and its county. */
export const recordReaders = [...townshipReaders, ...countyReaders] as const satisfies Role[];

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}

export type TenantKind = "platform" | "county" | "township";

export function tenantKindOf(role: Role): TenantKind {
  if (role === "operator") return "platform";
  return role.startsWith("county") ? "county" : "township";
}
