import { z } from "zod";
import { AppError, notFound } from "@/lib/errors";
import { fromAnotherSite } from "@/server/http/guard";
import { jsonAnswer, refusalAnswer } from "@/server/sheets/answers";
import { jobState } from "@/server/sheets/jobs";
import { contextOf } from "@/server/trpc/context";

type Route = { params: Promise<{ id: string }> };

async function state(request: Request, id: string): Promise<Response> {
  // Polling must not keep an idle session alive [S30].
  const { session } = await contextOf(request, false);
  if (session === null) throw new AppError("UNAUTHORIZED", "登录已失效，请重新登录。");
  if (!z.uuid().safeParse(id).success) throw notFound();
  return jsonAnswer(await jobState(session, id), 200);
}

export async function GET(request: Request, { params }: Route): Promise<Response> {
  return fromAnotherSite(request) ?? state(request, (await params).id).catch(refusalAnswer);
}
