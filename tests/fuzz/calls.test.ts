import { beforeAll, expect, test } from "vitest";
import { roles } from "@/lib/roles";
import { may } from "@/server/auth/permissions";
import { listProcedures, type Procedure } from "@/server/trpc/registry";
import { createWorld, callerFor, type World } from "../isolation/world";
import { callerOf } from "../support/tenants";
import { call } from "../support/call";
import { inputFor } from "./inputs";
import { type Random, randomOf, seedOfThisRun } from "./random";

/** Printed, and taken from the environment to have a failure again. */
const seed = seedOfThisRun();
const count = Number(process.env["FUZZ_CALLS"] ?? 20_000);
const atOnce = 8;
const mostSeconds = Number(process.env["FUZZ_SECONDS"] ?? 100);

let world: World;

beforeAll(async () => {
  process.stdout.write(`FUZZ_SEED=${seed} FUZZ_CALLS=${count}\n`);
  world = await createWorld();
}, 240_000);

const procedures = listProcedures();
/** Each costs a tenth of a second of hashing: asked seldom, so that the others are asked often. */
const dear = [
  "accounts.create",
  "accounts.resetPassword",
  "accounts.createCountyAdmin",
  "accounts.changePassword",
];
const affordable = procedures.filter(({ path }) => !dear.includes(path));

const declared = [
  "UNAUTHORIZED",
  "FORBIDDEN",
  "NOT_FOUND",
  "BAD_REQUEST",
  "PRECONDITION_FAILED",
  "CONFLICT",
  "UNPROCESSABLE_CONTENT",
  "TOO_MANY_REQUESTS",
  "PAYLOAD_TOO_LARGE",
];

type Asked = { procedure: Procedure; who: string; input: unknown };
type Fault = Asked & { code: string; message: string; stack: string };

function askedNext(
  random: Random,
  home = random.pick(world.places),
): Asked & { run: () => ReturnType<typeof call> } {
  const procedure = random.chance(0.005) ? random.pick(procedures) : random.pick(affordable);
  const allowed = roles.filter((role) => may(role, procedure.permission));
  const role = random.pick(random.chance(0.9) ? allowed : roles);
  const caller = random.chance(0.01) ? callerOf(null) : callerFor(role, home);
  const place = random.chance(0.9) ? home : random.pick(world.places);
  const input = inputFor(procedure, place, random);
  return { procedure, who: role, input, run: () => call(caller, procedure.path, input) };
}

const shown = ({ procedure, who, input, code, message, stack }: Fault): string =>
  `${procedure.path} as ${who}: ${code} ${message}\n  ${JSON.stringify(input, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value)).slice(0, 600)}\n  ${stack.split("\n").slice(0, 4).join("\n  ")}`;

test(`${count} calls of every procedure, right, wrong and absurd, meet no fault of the server's [S48][S53]`, async () => {
  const random = randomOf(seed);
  const faults: Fault[] = [];
  const asked = new Map<string, number>();
  const codes = new Map<string, number>();
  const begun = performance.now();
  let made = 0;
  const worker = async () => {
    while (made < count && performance.now() - begun < mostSeconds * 1000) {
      made += 1;
      const one = askedNext(random);
      const answer = await one.run();
      asked.set(one.procedure.path, (asked.get(one.procedure.path) ?? 0) + 1);
      const code = answer.ok ? "OK" : answer.code;
      codes.set(code, (codes.get(code) ?? 0) + 1);
      if (!answer.ok && !declared.includes(answer.code)) faults.push({ ...one, ...answer });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const seconds = Math.round((performance.now() - begun) / 1000);
  process.stdout.write(`${made} calls in ${seconds} s: ${JSON.stringify(Object.fromEntries(codes))}\n`);
  const kinds = new Map(
    faults.map((fault) => [`${fault.procedure.path} ${fault.message.slice(0, 60)}`, shown(fault)]),
  );
  expect([...kinds.values()]).toEqual([]);
  expect(codes.get("OK") ?? 0).toBeGreaterThan(made / 10);
  expect(asked.size).toBeGreaterThan(procedures.length - dear.length - 1);
}, 600_000);
