import type { Instrumentation } from "next";

/** Once when the server starts: refuse a database role that could see past the tenants, then clear what crashes left. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { startUp } = await import("@/server/start-up");
  // Loaded when it is used: a server that nobody asks for anything holds 50 MB less.
  await startUp(async (countyId) => {
    const { reckonAhead } = await import("@/domains/oversight/data/ahead");
    await reckonAhead(countyId);
  });
}

/** What fails while a page or a handler is rendered, with the number its error page shows. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, { routePath }) => {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { logFault } = await import("@/server/http/faults");
  const id = request.headers["x-request-id"];
  logFault({
    layer: "page",
    error,
    route: routePath,
    status: 500,
    ...(typeof id === "string" ? { request: id } : {}),
  });
};
