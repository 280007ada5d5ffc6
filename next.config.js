import securityHeaders from "./src/server/http/security-headers.mjs";

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run types` checks every file, tests too; whoever only starts the system need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  // The image optimiser is attack surface that this system does not need.
  images: { unoptimized: true },
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "@prisma/driver-adapter-utils",
    "docx",
    "exceljs",
    "pg",
  ],
  headers: () => [
    { source: "/:path*", headers: securityHeaders.everywhere },
    // Pages hold tenants' data: no proxy and no browser cache may keep them. Built files have hashed names.
    {
      source: "/((?!_next/static/|api/trpc/).*)",
      headers: [{ key: "Cache-Control", value: "private, no-store" }],
    },
    {
      source: "/:path*",
      has: [{ type: "header", key: "x-forwarded-proto", value: "https" }],
      headers: [securityHeaders.https],
    },
  ],
};
