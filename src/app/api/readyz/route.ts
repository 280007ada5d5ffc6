import { databaseAnswers } from "@/server/db/client";

export const dynamic = "force-dynamic";

const patience = 2_000;

/** Ready when the database answers as the application's role, and soon: whoever asks would rather hear "no" than wait. */
export async function GET(): Promise<Response> {
  if (await databaseAnswers(patience)) return new Response("ok");
  return new Response("database unreachable", { status: 503 });
}
