import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./sources";

type Manifest = { dependencies: Record<string, string>; devDependencies: Record<string, string> };
type Lock = { packages: Record<string, { version?: string; resolved?: string; integrity?: string }> };
const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), "utf8"));
const manifest = read("package.json") as Manifest;
const { packages } = read("package-lock.json") as Lock;

/** The least version of each package below which a published hole is open. */
const floors: [name: string, least: string, because: string][] = [
  ["next", "16.4.1", "two remote executions of 2026-10-14, on top of CVE-2025-29927 and CVE-2025-55182"],
  ["react", "19.2.3", "the follow-ups of CVE-2025-55182"],
  ["react-dom", "19.2.3", "the follow-ups of CVE-2025-55182"],
  ["next-auth", "4.24.15", "GHSA-8fpg, GHSA-7rqj, GHSA-xmf8, GHSA-x445"],
  ["@trpc/server", "11.8.0", "CVE-2025-68130"],
  ["@trpc/client", "11.8.0", "CVE-2025-68130"],
];

const numbers = (version: string): number[] => version.split(/[.-]/).slice(0, 3).map(Number);

function atLeast(version: string, least: string): boolean {
  const [have, want] = [numbers(version), numbers(least)];
  const differs = have.findIndex((number, index) => number !== want[index]);
  return differs === -1 || (have[differs] ?? 0) > (want[differs] ?? 0);
}

describe("[S90] no version lies below its security floor", () => {
  it.each(floors)("%s ≥ %s: %s", (name, least) => {
    const installed = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
    expect(installed.length).toBeGreaterThan(0);
    expect(installed.filter(([, { version }]) => !atLeast(version ?? "0.0.0", least))).toEqual([]);
  });

  it("every dependency of our own is pinned to one version", () => {
    const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it("the lock file holds what the manifest pins", () => {
    const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(all.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual(
      [],
    );
  });

  it("every package of the lock file has a checksum", () => {
    const fromRegistry = Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined);
    expect(fromRegistry.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
  });

  it("npm's frozen xlsx, which has open holes, is not among them", () => {
    expect(Object.keys(packages).filter((path) => path.endsWith("node_modules/xlsx"))).toEqual([]);
  });
});
