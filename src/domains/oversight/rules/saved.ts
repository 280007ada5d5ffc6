import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";

type Saved = { id: string; name: string };

/** More than anybody finds again. */
const most = 50;

/** @param own the comparisons that the same person has kept */
export function maySave({ id, name }: { id: string | null; name: string }, own: readonly Saved[]): Decision {
  return firstDenial(
    own.some((one) => one.name === name && one.id !== id)
      ? about("name", deny(`您已存过「${name}」，请换一个名称，或先删去那一个。`))
      : allow,
    id === null && own.length >= most ? deny(`您已存了 ${own.length} 个比较，请先删去不再用的。`) : allow,
  );
}
