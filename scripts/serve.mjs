// The web server: Next behind the gate of src/server/http. Started by scripts/lib/web-server.ts.
import next from "next";

// When the script that started it is killed, the server must not linger on its port.
process.on("disconnect", () => process.exit(0));

/** In production what the build made of serve.ts: beside a compiler the server would hold 80 MB more. */
async function server() {
  if (process.env.NODE_ENV !== "development") return import("../.next/scripts/serve.mjs");
  const { tsImport } = await import("tsx/esm/api");
  return tsImport("./lib/serve.ts", import.meta.url);
}

const { serve } = await server();
await serve(next);
