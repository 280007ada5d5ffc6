import { route } from "@/server/http/answers";
import { exportAnswer, refused } from "../answer";

type Route = { params: Promise<{ path: string[] }> };

/** `/api/v1/figures?year=2026`: what another system of the county reads with its token; no session counts here. */
export const GET = route("export-api", async (request, { params }: Route) =>
  exportAnswer(request, (await params).path.join("/")),
);

export const POST = route("export-api", () => refused(405, "BAD_REQUEST", "数据接口只能读取，请改用 GET。"));
