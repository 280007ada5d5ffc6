import "server-only";
import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { AppError } from "@/lib/errors";

// argon2id, 64 MiB, 3 passes: about 0.1 s on one core. Algorithm 2 is argon2id.
const options = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 };

let decoy: Promise<string> | undefined;

/** What can be done with passwords, and only by whoever has waited in a line. */
const desk = {
  hash: (password: string): Promise<string> => hash(password, options),
  verify: (passwordHash: string, password: string): Promise<boolean> => verify(passwordHash, password),
  /** Costs what a real check costs, so that an unknown name answers no sooner than a wrong password [S34]. */
  async spendAsMuch(password: string): Promise<void> {
    decoy ??= hash("nobody signs in with this", options);
    await verify(await decoy, password);
  },
};
export type Desk = typeof desk;

/** A line of its own for one kind of work; one who comes when it is full is turned away at once, with nothing begun. */
function line(atOnce: number, mostWaiting: number) {
  let served = 0;
  const waiting: (() => void)[] = [];
  return async <Result>(work: (desk: Desk) => Promise<Result>): Promise<Result> => {
    if (served >= atOnce) {
      if (waiting.length >= mostWaiting)
        throw new AppError("UNAVAILABLE", "正在办理的人太多，这次没有办成。请过几秒再试。");
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else served += 1;
    try {
      return await work(desk);
    } finally {
      const next = waiting.shift();
      if (next === undefined) served -= 1;
      else next();
    }
  };
}

/**
 * Each check costs processor and memory. Whoever guesses at one place fills that place's line and no other: nobody's
 * sign-in waits behind another's wrong passwords.
 */
export const lines = {
  signIn: line(2, 60),
  ownPassword: line(1, 5),
  firstPassword: line(1, 20),
};

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
