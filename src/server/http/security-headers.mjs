/**
 * What every answer tells the browser; read by next.config.js, which is no TypeScript, and by what answers beside Next.
 * The Content-Security-Policy carries a nonce and is therefore written per request, in src/proxy.ts.
 */
export default {
  everywhere: [
    { key: "X-Content-Type-Options", value: "nosniff" },
    { key: "X-Frame-Options", value: "DENY" },
    { key: "Referrer-Policy", value: "no-referrer" },
    { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
    { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  ],
  /** Said over plain http it would mean nothing; a reverse proxy that ends TLS names the scheme. */
  https: { key: "Strict-Transport-Security", value: "max-age=31536000" },
};
