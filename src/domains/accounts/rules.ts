import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import { type Role, tenantKindOf } from "@/lib/roles";

export const lockAfterFailures = 5;
export const lockMinutes = 15;

const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];
/** Words and runs that every list of guesses is made of. */
const guessed =
  /p[a@4][s$5]{2}w[o0]rd|p[a@4][s$5]{2}|admin(?:istrator)?|welcome|letmein|iloveyou|qwerty(?:uiop)?|asdf(?:ghjkl)?|zxcv(?:bnm)?|1qaz|2wsx|abcd?(?:efg)?|abc123|renda|xianxiang|huawei|woaini|(?:19|20)\d{2}|(?<same>.)\k<same>{2,}/g;
const digitRuns =
  /0?123456789|0?12345678|0?1234567|0?123456|12345|1234|123|987654321|87654321|654321|4321|321/g;
/** So much of a password must be its owner's own. */
const ownCharacters = 6;

/**
 * Whether a password is one of the guesses: taken without what every list is made of, hardly anything is left. A long
 * password that merely holds such a word is none, however common the word.
 */
function isGuessed(password: string): boolean {
  const own = password
    .toLowerCase()
    .replace(digitRuns, "")
    .replace(guessed, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
  return new Set(own).size < ownCharacters;
}

/** What `passwordIsStrong` asks, said before anybody is refused. */
export const passwordRule =
  "至少12位，含大写字母、小写字母、数字、符号中的三种；不能包含用户名，不能主要是常见的词或连号。";

/** 等保2.0 8.1.4.1: at least 12 characters of three kinds; none that is on every list of guesses. */
export function passwordIsStrong(password: string, username: string): Decision {
  const kinds = classes.filter((kind) => kind.test(password)).length;
  const lower = password.toLowerCase();
  const judged = firstDenial(
    password.length < 12 ? deny("密码至少12位，请再加长一些。") : allow,
    password.length > 200 ? deny("密码不能超过200位。") : allow,
    kinds < 3 ? deny("密码要含大写字母、小写字母、数字、符号中的三种。") : allow,
    lower.includes(username.toLowerCase()) ? deny("密码不能包含用户名。") : allow,
    isGuessed(password)
      ? deny("密码大部分是常见的词或连号，容易被猜到。请再加几个自己才知道的字母或数字。")
      : allow,
  );
  return about("next", judged);
}

export const presentPasswordIsProven = (holds: boolean): Decision =>
  about("current", holds ? allow : deny("现在的密码不对，请重新填写。"));

export const passwordIsNew = (present: string, next: string): Decision =>
  about("next", present === next ? deny("新密码不能与现在的密码相同。") : allow);

/** A role belongs to one kind of tenant: a township's clerk has a township, the county's people have none [S43]. */
export function roleFitsTenant(role: Role, townshipId: string | null): Decision {
  const kind = tenantKindOf(role);
  if (kind === "platform") return about("role", deny("平台运维账号不能在县级管理中设置。"));
  if (kind === "township" && townshipId === null)
    return about("townshipId", deny("乡镇岗位要选定所在乡镇。"));
  if (kind === "county" && townshipId !== null)
    return about("townshipId", deny("县级岗位不能同时属于某个乡镇。"));
  return allow;
}

/** Nobody changes the rights of the account they are signed in with [S43]. */
export function notOneself(actorId: string, accountId: string): Decision {
  return actorId === accountId ? deny("不能修改自己的岗位或停用自己，请由另一位账号管理员办理。") : allow;
}
