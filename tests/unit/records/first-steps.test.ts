import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { recordKinds } from "@/domains/record-kinds";
import { setUpLabels } from "@/domains/today/labels";
import { setUpSteps } from "@/domains/today/schema";
import { recordAt } from "@/lib/records/address";

const pages = "src/app/t/[township]";

/** Whoever is sent to enter something comes to a form, unless its list offers more ways than one. */
const severalWays = ["deputies", "seats", "terms", "members", "plans"];

it.each(setUpSteps)("the first step %s leads to a page that there is, and straight to the form", (step) => {
  const { page } = setUpLabels[step];
  const own = existsSync(join(pages, page, "page.tsx"));
  expect(own || recordAt(recordKinds, page.split("/")) !== null).toBe(true);
  expect(page.endsWith("/new")).toBe(!severalWays.includes(step));
});
