import "server-only";
import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

// argon2id, 64 MiB, 3 passes: about 0.1 s on one core. Algorithm 2 is argon2id.
const options = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 };

let running = 0;
const waiting: (() => void)[] = [];

/** At most two at once: sign-ins wait for each other rather than take the machine's memory. */
async function inSlot<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= 2) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

export const hashPassword = (password: string): Promise<string> => inSlot(() => hash(password, options));

export const verifyPassword = (passwordHash: string, password: string): Promise<boolean> =>
  inSlot(() => verify(passwordHash, password));

let decoy: Promise<string> | undefined;

/** Costs what a real check costs, so that an unknown name answers no sooner than a wrong password [S34]. */
export async function spendAsMuch(password: string): Promise<void> {
  decoy ??= hashPassword("nobody signs in with this");
  await verifyPassword(await decoy, password);
}

const letters = ["abcdefghijkmnpqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789", "#%@&"] as const;

/** A first password to hand over: 16 characters that cannot be misread, good for one sign-in. */
export function firstPassword(): string {
  const all = letters.join("");
  const picked = [...letters, ...Array.from({ length: 12 }, () => all)].map((set) =>
    set.charAt(randomInt(set.length)),
  );
  for (let last = picked.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [picked[last], picked[other]] = [picked[other] ?? "", picked[last] ?? ""];
  }
  return picked.join("");
}
