/** How a petition reached the congress. */
export const channelLabels = {
  visit: "来访",
  letter: "来信",
  call: "电话",
  online: "网上",
  reception: "接待日",
  county: "县人大交办",
  other: "其他",
} as const;

/** 转办 leaves the matter with the unit, 交办 asks it to report back by a day. */
export const wayLabels = { forwarded: "转办", assigned: "交办" } as const;

export const satisfactionLabels = { satisfied: "满意", basic: "基本满意", unsatisfied: "不满意" } as const;

/** Where a petition stands; there is no state in which the congress itself handles it. */
export const stateLabels = {
  received: "待转交办",
  handling: "承办单位办理中",
  finished: "待结案、回访",
  closed: "已结案回访",
} as const;
export type PetitionState = keyof typeof stateLabels;

export const repeatLabels = { repeated: "重复信访", first: "初次信访" } as const;

/** Said wherever petitions are worked on. */
export const supervisesOnly =
  "督办不包办：人大只受理、转办交办、督促和反馈，具体事项由承办单位依法办理，人大不直接处理。";
