import { type Day, dateInText } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import type { TownshipStatus } from "../labels";

export const codeIsOfCounty = (code: string, county: string): Decision =>
  code.startsWith(county)
    ? allow
    : about("code", deny(`乡镇代码应以本县代码 ${county} 开头，请按国家统计局区划代码填写。`));

type Standing = { id: string; name: string; status: string };

const active: TownshipStatus = "active";

/** A township goes once, and into one that stands. */
export const mayMergeInto = (township: Standing, into: Standing): Decision =>
  firstDenial(
    township.id === into.id ? about("intoId", deny("不能并入自身，请选择另一个乡镇。")) : allow,
    township.status === active ? allow : deny(`${township.name}已经并入其他乡镇，不能再次并入。`),
    into.status === active ? allow : about("intoId", deny(`${into.name}已不在用，请选择在用的乡镇。`)),
  );

type Addressed = { name: string; mergedOn: Day | null; mergedIntoName: string | null };

/** Nobody answers for a township that has ended by the day for which it is asked. */
export function mayBeAddressed(townships: readonly Addressed[], on: Day): Decision {
  const gone = townships.find(({ mergedOn }) => mergedOn !== null && mergedOn <= on);
  if (gone === undefined) return allow;
  const { name, mergedOn, mergedIntoName } = gone;
  const into = mergedIntoName ?? "其他乡镇";
  return about(
    "townships",
    deny(
      `${name}已于${dateInText(mergedOn ?? on)}并入${into}，没有人能收到。请去掉${name}，需要的改选${into}。`,
    ),
  );
}
