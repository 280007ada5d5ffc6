import { addMonths, type Day } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";

export type TokenState = "valid" | "expired" | "revoked";

/** Its last day is one on which it still reads. */
export function tokenStateOf(token: { expiresOn: Day; revoked: boolean }, today: Day): TokenState {
  if (token.revoked) return "revoked";
  return token.expiresOn < today ? "expired" : "valid";
}

/** A token that nobody renews ends by itself. */
const longestMonths = 12;
/** More at once than any county has systems: then old ones are ended first. */
const mostValid = 20;

export const lastDayFrom = (today: Day): Day => addMonths(today, longestMonths);

function expiresInTime(expiresOn: Day, today: Day): Decision {
  const last = lastDayFrom(today);
  if (expiresOn < today)
    return about("expiresOn", deny(`有效期（${expiresOn}）已经过去，请填今天或以后的日期。`));
  return expiresOn > last
    ? about("expiresOn", deny(`有效期最长一年，请填 ${last} 或更早的日期；到期前可以另发一个新的。`))
    : allow;
}

/** @param valid the names of the tokens that can be used today */
export function mayIssue(
  { name, expiresOn }: { name: string; expiresOn: Day },
  valid: readonly string[],
  today: Day,
): Decision {
  return firstDenial(
    expiresInTime(expiresOn, today),
    valid.includes(name)
      ? about("name", deny(`「${name}」已有一个可用的令牌，请换一个名称，或先停用那一个。`))
      : allow,
    valid.length >= mostValid
      ? deny(`可用的令牌已有 ${valid.length} 个，请先停用不再使用的，再发新的。`)
      : allow,
  );
}
