import { notFound } from "@/lib/errors";
import { route } from "@/server/http/answers";

/** Whatever else is asked of the API gets its own 404; the page of that kind would take a form for one of its actions. */
const handler = route("api", () => {
  throw notFound();
});

export { handler as GET, handler as POST };
