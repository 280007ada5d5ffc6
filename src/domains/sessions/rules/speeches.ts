import { allow, type Decision, deny } from "@/lib/decision";

/** Each deputy is told once, and spoke where present [R21]. @param absent the names of those marked as not present */
export function maySpeak(speeches: readonly { deputyId: string }[], absent: readonly string[]): Decision {
  if (new Set(speeches.map(({ deputyId }) => deputyId)).size < speeches.length)
    return deny("同一位代表列了两次，请把次数合在一行。");
  return absent.length === 0
    ? allow
    : deny(`${absent.join("、")}登记为请假或缺席，不会有发言。请核对出席或发言。`);
}

/** Who spoke was there: whoever is marked as not present has no speeches left. @param absent the names of those that have */
export const speakersWerePresent = (absent: readonly string[]): Decision =>
  absent.length === 0
    ? allow
    : deny(`${absent.join("、")}登记了发言，不能登记为请假或缺席；请先改正「代表发言」。`);
