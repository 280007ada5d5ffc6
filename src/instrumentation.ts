/** Once when the server starts: refuse a database role that could see past the tenants, then clear what crashes left. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { startUp } = await import("@/server/start-up");
  await startUp();
}
