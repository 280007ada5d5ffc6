import { z } from "zod";
import { AppError, notFound } from "@/lib/errors";
import { recordDenial } from "@/server/auth/denials";
import { refusalIn, route } from "@/server/http/answers";
import { fromAnotherSite } from "@/server/http/guard";
import { jsonAnswer } from "@/server/sheets/answers";
import { jobState } from "@/server/sheets/jobs";
import { contextOf } from "@/server/trpc/context";

type Route = { params: Promise<{ id: string }> };

async function state(request: Request, id: string): Promise<Response> {
  // Polling must not keep an idle session alive [S30].
  const context = await contextOf(request, false);
  const { session } = context;
  if (session === null) throw new AppError("UNAUTHORIZED", "登录已失效，请重新登录。");
  if (!z.uuid().safeParse(id).success) throw notFound();
  try {
    return jsonAnswer(await jobState(session, id), 200);
  } catch (error) {
    const refusal = refusalIn(error);
    if (refusal.code === "NOT_FOUND") await recordDenial(context, "jobs", refusal);
    throw error;
  }
}

export const GET = route(
  "jobs",
  async (request, { params }: Route) => fromAnotherSite(request) ?? state(request, (await params).id),
);
