/** An entry of a township's menu under which records stand. */
export type Group = { readonly name: string; readonly path: string };

/** Where a secretary looks for a record, in the menu's order; every kind's list lies in exactly one of them. */
export const groups = {
  plans: { name: "计划", path: "plans" },
  sessions: { name: "人代会", path: "sessions" },
  presidium: { name: "主席团", path: "presidium" },
  deputies: { name: "代表", path: "deputies" },
  contact: { name: "联系群众", path: "contact" },
  suggestions: { name: "建议", path: "suggestions" },
  supervision: { name: "监督", path: "supervision" },
  projects: { name: "民生实事", path: "projects" },
  liaison: { name: "县乡联系", path: "notices" },
  basics: { name: "基础工作", path: "basics" },
  practices: { name: "经验交流", path: "practices" },
} as const satisfies Readonly<Record<string, Group>>;

/** Whether an address lies at a path or below it. */
export const liesUnder = (address: string, path: string): boolean =>
  address === path || address.startsWith(`${path}/`);

/** The group a kind says, else the one that its address lies under. */
export const groupOf = ({ path, under }: { path: string | null; under?: Group | undefined }): Group | null =>
  under ?? Object.values(groups).find((group) => path !== null && liesUnder(path, group.path)) ?? null;
