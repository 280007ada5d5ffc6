import "server-only";

/** Absolute length of a session, however busy: 12 hours. */
export const absoluteSeconds = 12 * 60 * 60;

export function authSecret(): string {
  const secret = process.env.AUTH_SECRET;
  if (!secret || secret.length < 32) throw new Error("AUTH_SECRET is missing or shorter than 32 characters");
  return secret;
}

/** Served over https the cookie is bound to this very host; plain http is for one machine or a trusted network. */
export function sessionCookie() {
  const secure = (process.env.NEXTAUTH_URL ?? "").startsWith("https://");
  return {
    name: secure ? "__Host-renda.session" : "renda.session",
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  };
}
