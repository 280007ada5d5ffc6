/** The process answers; nothing else is touched. */
export function GET(): Response {
  return new Response("ok");
}
