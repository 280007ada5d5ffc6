import type { SessionOnRequest } from "@/server/auth/session";

export function homeOf(session: SessionOnRequest): string {
  if (session.mustChangePassword) return "/account/password";
  if (session.role === "operator") return "/platform";
  if (session.townshipCode !== null) return `/t/${session.townshipCode}`;
  const county = `/c/${session.countyCode ?? ""}`;
  return session.role === "countyAccountAdmin" ? `${county}/accounts` : county;
}
