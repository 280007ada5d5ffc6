import type { ToCall } from "../data/people";

/** Whom to call there; who is not registered is said, with where it is. */
export function toCallText({ office, contacts }: ToCall): string {
  const there = office.length === 0 ? "没有登记主席和工作人员" : office.join("、");
  return contacts.length === 0 ? there : `${there}；县人大联系人 ${contacts.join("、")}`;
}
