// `node scripts/run.mjs start`: starts the system and stays with it. What prepares it (roles, migrations, demo data, the
// build) is a process of its own that ends; what remains beside the web server is this one, small and without a compiler.
import { spawn } from "node:child_process";

const script = `scripts/${process.argv[2]}.ts`;
// Detached: Ctrl-C reaches this process, which passes it on once.
const preparing = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", script], {
  detached: true,
  stdio: ["ignore", "inherit", "inherit", "ipc"],
});
let handed;
let stopped = false;
const stop = () => {
  if (!stopped) preparing.kill("SIGTERM");
  stopped = true;
};
for (const name of ["SIGINT", "SIGTERM", ...(process.stdout.isTTY ? ["SIGHUP"] : [])]) process.on(name, stop);
// A npm that was killed could not pass its signal on.
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.env.npm_lifecycle_event !== undefined && process.ppid !== parent) stop();
}, 500);

preparing.on("message", (message) => (handed = message));
const code = await new Promise((done) => preparing.once("exit", (ended) => done(ended ?? 1)));
clearInterval(watch);
if (handed === undefined) process.exit(code);
const { keep } = await import("../.next/scripts/keep.mjs");
await keep(handed, stopped);
