import { resolve } from "node:path";
import { z } from "zod";
import { unreadableProxy } from "./addresses";

const POSTGRES_URL = /^postgres(ql)?:\/\/[^\s]+$/;

/** Ports that browsers refuse to open, and fetch with them (https://fetch.spec.whatwg.org/#port-blocking). */
export const refusedPorts: readonly number[] = [
  ...[
    1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
  ],
  ...[
    109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
  ],
  ...[526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049],
  ...[3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080],
];

const databaseUrl = (name: string) =>
  z
    .string()
    .regex(POSTGRES_URL, `${name} 格式不对，应形如 postgresql://用户:密码@主机:5432/库名。`)
    .optional();

const webUrl = z
  .url({ protocol: /^https?$/, error: "BASE_URL 应是完整网址，例如 https://renda.example.gov.cn 。" })
  .optional();

const schema = z.object({
  PORT: z.coerce
    .number({ error: "PORT 应是 1 到 65535 之间的数字，例如 PORT=3000。" })
    .int("PORT 应是整数，例如 PORT=3000。")
    .min(1, "PORT 应在 1 到 65535 之间。")
    .max(65_535, "PORT 应在 1 到 65535 之间。")
    .refine((port) => !refusedPorts.includes(port), "PORT 是浏览器不肯打开的端口，请换一个，例如 PORT=3000。")
    .default(3000),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: databaseUrl("DATABASE_URL"),
  DATABASE_ADMIN_URL: databaseUrl("DATABASE_ADMIN_URL"),
  AUTH_SECRET: z.string().optional(),
  BASE_URL: webUrl,
  NEXTAUTH_URL: webUrl,
  TRUSTED_PROXIES: z
    .string()
    .refine(
      (text) => unreadableProxy(text) === null,
      "TRUSTED_PROXIES 应是 IP 地址或网段，用逗号隔开，例如 127.0.0.1,10.0.0.0/8 。",
    )
    .default(""),
});

export type Environment = {
  port: number;
  /** Absolute. */
  dataDir: string;
  databaseUrl: string | undefined;
  databaseAdminUrl: string | undefined;
  authSecret: string | undefined;
  /** The address browsers use, without a trailing slash; undefined: whatever host the browser asked for. */
  baseUrl: string | undefined;
  /** Networks of our own reverse proxies, whose word on the client's address is taken; "" trusts nobody. */
  trustedProxies: string;
};

export type EnvironmentResult = { ok: true; env: Environment } | { ok: false; problems: string[] };

const filled = (source: Record<string, string | undefined>) =>
  Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );

/**
 * Reads and checks the environment. Problems name the variable and what to set, never its value:
 * the values hold passwords. An empty variable counts as absent.
 */
export function readEnvironment(source: Record<string, string | undefined> = process.env): EnvironmentResult {
  const parsed = schema.safeParse(filled(source));
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map((issue) => issue.message) };
  const values = parsed.data;
  const baseUrl = values.BASE_URL ?? values.NEXTAUTH_URL;
  return {
    ok: true,
    env: {
      port: values.PORT,
      dataDir: resolve(/* turbopackIgnore: true */ values.DATA_DIR),
      databaseUrl: values.DATABASE_URL,
      databaseAdminUrl: values.DATABASE_ADMIN_URL,
      authSecret: values.AUTH_SECRET,
      baseUrl: baseUrl?.replace(/\/+$/, ""),
      trustedProxies: values.TRUSTED_PROXIES,
    },
  };
}

const entropyBits = (text: string): number => {
  const counts = new Map<string, number>();
  for (let at = 0; at < text.length; at += 1)
    counts.set(text.charAt(at), (counts.get(text.charAt(at)) ?? 0) + 1);
  const perSign = [...counts.values()].reduce(
    (sum, n) => sum - (n / text.length) * Math.log2(n / text.length),
    0,
  );
  return perSign * text.length;
};

/** Why a secret must not sign sessions, or undefined when it is good. At least 32 signs and 96 bits of variety. */
export function weaknessOf(secret: string | undefined): string | undefined {
  const remedy = "请运行 openssl rand -base64 48 生成一个，再设为环境变量 AUTH_SECRET。";
  if (secret === undefined) return `没有设置 AUTH_SECRET（登录会话的签名密钥）。${remedy}`;
  if (secret.length < 32) return `AUTH_SECRET 太短，至少要 32 个字符。${remedy}`;
  if (entropyBits(secret) < 96) return `AUTH_SECRET 太简单，容易被猜出。${remedy}`;
  return undefined;
}
