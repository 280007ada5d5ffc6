import "server-only";
import type { Metadata } from "next";
import { cache } from "react";
import { caller, orNotFound } from "@/trpc/server";

const product = "县乡人大工作平台";

/** Asked once for the frame and the title. */
export const townshipOf = cache(async (code: string) =>
  orNotFound((await caller()).tenancy.township({ township: code })),
);

/** What a tab says: first the page, as tabs are narrow, then whose it is. */
export const titleWithin = (name: string): Metadata => ({
  title: { template: `%s · ${name} · ${product}`, default: `${name} · ${product}` },
});

/** The area's own first page stands beside its layout, whose template is for the pages below it. */
export const titleOfHome = (page: string, name: string): Metadata => ({
  title: { absolute: `${page} · ${name} · ${product}` },
});
