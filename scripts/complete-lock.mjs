// Some registries do not carry the binaries of other platforms (Windows, macOS, s390x …). npm then leaves
// them out of package-lock.json, and npm 11 refuses `npm ci` on such a lock. Those packages are never
// downloaded on a platform they do not name, so an entry with version and platform is all `npm ci` needs.
// Run after every `npm install` that changes the lock.
import { readFileSync, writeFileSync } from "node:fs";

const CPUS = ["arm64", "x64", "arm", "ppc64", "riscv64", "s390x", "ia32"];
const SYSTEMS = ["darwin", "win32", "linux", "android", "freebsd", "openharmony"];

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const added = [];
for (const { optionalDependencies = {} } of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const words = name.split("/").at(-1).split("-");
    const os = SYSTEMS.find((system) => words.includes(system));
    const cpu = CPUS.find((kind) => words.includes(kind));
    if (lock.packages[`node_modules/${name}`] || !os || !cpu || !/^\d+\.\d+\.\d+$/.test(version)) continue;
    lock.packages[`node_modules/${name}`] = { version, cpu: [cpu], optional: true, os: [os] };
    added.push(name);
  }
}
const [root, ...rest] = Object.entries(lock.packages);
rest.sort(([a], [b]) => a.localeCompare(b, "en"));
lock.packages = Object.fromEntries([root, ...rest]);
if (added.length > 0) writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length > 0 ? `Added: ${added.join(", ")}` : "The lock names every platform.");
