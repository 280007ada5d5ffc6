import NextAuth from "next-auth";
import { authOptions } from "@/server/auth/options";

type Handler = (request: Request, context: unknown) => Promise<Response>;

// next-auth 4 types its handler for the pages router only; with a Request it serves route handlers.
const handler: Handler = (request, context) =>
  (NextAuth as unknown as (request: Request, context: unknown, options: unknown) => Promise<Response>)(
    request,
    context,
    authOptions(),
  );

export { handler as GET, handler as POST };
