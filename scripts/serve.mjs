// The web server: Next behind the gate of src/server/http. Started by scripts/lib/web-server.ts.
import next from "next";
import { tsImport } from "tsx/esm/api";

// When the script that started it is killed, the server must not linger on its port.
process.on("disconnect", () => process.exit(0));

const { serve } = await tsImport("./lib/serve.ts", import.meta.url);
await serve(next);
