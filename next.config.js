/** The Content-Security-Policy carries a nonce and is therefore written per request, in src/proxy.ts. */
const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

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
    "exceljs",
    "pg",
  ],
  headers: () => [
    { source: "/:path*", headers: everywhere },
    // Pages hold tenants' data: no proxy and no browser cache may keep them. Built files have hashed names.
    {
      source: "/((?!_next/static/|api/trpc/).*)",
      headers: [{ key: "Cache-Control", value: "private, no-store" }],
    },
    // Said over plain http it would mean nothing; a reverse proxy that ends TLS names the scheme.
    {
      source: "/:path*",
      has: [{ type: "header", key: "x-forwarded-proto", value: "https" }],
      headers: [{ key: "Strict-Transport-Security", value: "max-age=31536000" }],
    },
  ],
};
