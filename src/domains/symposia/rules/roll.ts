import { about, allow, type Decision, deny } from "@/lib/decision";

type Invited = { townshipId: string; name: string; shortName: string };
export type Came = { townshipId: string; names: string | null };

const spaced = (text: string): string => text.replaceAll(/[\s：:，,]+/g, " ").trim();

/** Who of the invited a line begins with; the longest name that fits, so that 岱东 does not stand for 岱东新区. */
function whose(line: string, invited: readonly Invited[]): { one: Invited; rest: string } | null {
  const fits = invited.flatMap((one) =>
    [one.name, one.shortName].filter((called) => line.startsWith(called)).map((called) => ({ one, called })),
  );
  const [best] = fits.sort((first, second) => second.called.length - first.called.length);
  return best === undefined ? null : { one: best.one, rest: spaced(line.slice(best.called.length)) };
}

/** A line for each township that came, with who it was: "高亭镇 张三、李四". */
export function rollFrom(text: string, invited: readonly Invited[]): { came: Came[]; unknown: string[] } {
  const came: Came[] = [];
  const unknown: string[] = [];
  for (const line of text.split("\n").map((one) => one.trim())) {
    if (line === "") continue;
    const found = whose(line, invited);
    if (found === null) unknown.push(line);
    else came.push({ townshipId: found.one.townshipId, names: found.rest === "" ? null : found.rest });
  }
  return { came, unknown };
}

export function rollIsRead(unknown: readonly string[]): Decision {
  const [first] = unknown;
  if (first === undefined) return allow;
  return about("roll", deny(`「${first}」开头不是受邀的乡镇，请每行以乡镇名开头，如“高亭镇 张三”。`));
}
