import { pool } from "@/server/db/client";

export const dynamic = "force-dynamic";

/** Ready when the database answers as the application's role. */
export async function GET(): Promise<Response> {
  try {
    await pool().query("SELECT 1");
    return new Response("ok");
  } catch {
    return new Response("database unreachable", { status: 503 });
  }
}
