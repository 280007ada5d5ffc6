import { expect, test } from "vitest";
import { refusalOf } from "@/server/db/sql-state";

const said = (fault: object, saving?: boolean): string => {
  const refusal = refusalOf(Object.assign(new Error("x"), fault), saving);
  return refusal === null ? "our own mistake" : `${refusal.code} ${refusal.message}`;
};
const poolTaken = { message: "timeout exceeded when trying to connect" };

test.each([
  ["every connection of the pool in use", poolTaken],
  ["the same inside of another error", { cause: new Error(poolTaken.message) }],
  ["no connection in time, as the ORM says it", { code: "P2024" }],
  ["no transaction in time, as the ORM says it", { code: "P2028" }],
  ["a statement that took too long", { code: "57014" }],
  ["too many connections", { code: "53300" }],
])("%s: many are here, and whoever only read is not told of saving", (_what, fault) => {
  expect(said(fault)).toBe("UNAVAILABLE 现在使用的人多，请稍后再试。");
  expect(said(fault, true)).toBe("UNAVAILABLE 现在使用的人多，没有保存。请稍后再试。");
});

test.each([
  ["a server that is gone", { code: "ECONNREFUSED" }],
  ["a connection that broke", { code: "08006" }],
  ["a server that shuts down", { code: "57P01" }],
  ["an answer that did not come", { message: "Query read timeout" }],
  ["a full disk", { code: "53100" }],
  ["a sign no column takes", { code: "22021" }],
])("%s: a change was not saved, a read did not come about", (_what, fault) => {
  expect(said(fault)).toContain("没有办成");
  expect(said(fault)).not.toContain("保存");
  expect(said(fault, true)).toContain("没有保存");
});

test("what nobody foresaw is our own mistake", () => {
  expect(said({ code: "42703" })).toBe("our own mistake");
});
