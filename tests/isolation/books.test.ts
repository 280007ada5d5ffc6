import { beforeAll, describe, expect, it } from "vitest";
import type { AnyKind } from "@/lib/records/kind";
import { recordKinds } from "@/domains/record-kinds";
import { uses } from "@/domains/uses";
import { newKey } from "../support/tenants";
import { callerFor, createWorld, type World } from "./world";

let world: World;
beforeAll(async () => {
  world = await createWorld();
  // A draft stands in no register.
  for (const at of world.places) {
    const step = { township: at.township.code, idempotencyKey: newKey(), version: 1 };
    await callerFor("townshipStaff", at).suggestions.submit({ ...step, id: at.records["suggestion"] ?? "" });
  }
}, 240_000);

const year = 2026;
const inBooks = uses.flatMap(({ type, book }) => (book === undefined ? [] : [{ type, book: book.book }]));
const parts = [...inBooks, { type: "attachment", book: "documents" }];

describe("every kind of record that has a register stands in it", () => {
  it("and every register is in the list of books, with what stands in it", async () => {
    const read = { township: world.home.township.code, year };
    const { rows } = await callerFor("townshipStaff", world.home).books.list(read);
    const listed = rows.flatMap(({ book, parts: kept }) => kept.map(({ type }) => `${book} ${type}`));
    expect(listed.sort()).toEqual(parts.map(({ book, type }) => `${book} ${type}`).sort());
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  });

  it.each(parts)(
    "$type in $book: its own township's alone, on the page and in the file [S1][S6][R11]",
    async ({ type, book }) => {
      // Files are kept in the year they are brought in.
      const asked = {
        township: world.home.township.code,
        book,
        part: type,
        ...(type === "attachment" ? {} : { year }),
      };
      const foreign = world.places.filter((place) => place !== world.home).map(({ canary }) => canary);
      for (const role of ["townshipStaff", "countyStaff"] as const) {
        const caller = callerFor(role, world.home);
        const page = await caller.books.book(asked);
        const file = await caller.books.exportBook(asked);
        // What not everybody may read stands in nobody else's book.
        const kind = (recordKinds as readonly AnyKind[]).find((one) => one.type === type);
        if (kind?.readers?.includes(role) === false) {
          expect([page.total, file.rows]).toEqual([0, []]);
          continue;
        }
        expect(page.total).toBeGreaterThan(0);
        expect(file.rows).toEqual(page.rows);
        const text = JSON.stringify(file);
        expect(text).toContain(world.home.canary);
        expect(foreign.filter((canary) => text.includes(canary))).toEqual([]);
      }
    },
  );

  /** A group's own sheet has its people in office, whom its list leaves to its page. */
  const ownSheet = ["deputyGroup"];
  const kit = recordKinds.filter(
    ({ type }) => !ownSheet.includes(type) && inBooks.some((one) => one.type === type),
  );

  it.each(kit)("$type: its register has the columns of its list's file", async ({ type, router }) => {
    const township = world.home.township.code;
    const caller = callerFor("townshipStaff", world.home);
    const book = inBooks.find((one) => one.type === type)?.book ?? "";
    const register = await caller.books.exportBook({ township, book, part: type, year });
    const file = await caller[router as "policies"].exportRows({ township, year });
    expect(register.columns).toEqual(file.columns);
  });
});
