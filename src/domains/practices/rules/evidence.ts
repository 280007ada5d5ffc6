import { allow, type Decision, deny } from "@/lib/decision";

/** What people bring in confidence, and what is known of single persons, is shown to no other township. */
const private_ = ["petition", "countyPetition", "voterOpinion", "deputy", "dutyDispute", "dutyReport"];
/** A practice is no evidence of itself. */
const ownKinds = ["practice", "practiceAdoption"];

export const isEvidence = (recordType: string): boolean =>
  !private_.includes(recordType) && !ownKinds.includes(recordType);

/** @param named records as they were chosen @param found how many of them stand in the township */
export function mayShow(named: readonly { recordType: string }[], found: number): Decision {
  if (named.some(({ recordType }) => !isEvidence(recordType)))
    return deny("信访件、选民意见和代表个人的档案不能作为佐证：发布后全县乡镇都看得到标题。请换别的记录。");
  return found === named.length ? allow : deny("有的佐证记录已作废或不存在，请移除后再保存。");
}
