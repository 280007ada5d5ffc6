/** What happened, by the kind that `news` and `countyNews` give. */
export const newsLabels: Readonly<Record<string, string>> = {
  noticeSent: "县人大发来通知",
  noticeCorrected: "县人大更正了通知，请重新看",
  noticeRecalled: "县人大撤回了通知",
  noticeReminded: "县人大提醒：通知还没签收或办结",
  requestAnswered: "县人大答复了请示",
  requestPostponed: "县人大把答复延期了",
  requestReceived: "县人大收到了请示",
  requestSent: "乡镇送来请示",
  gatheringInvited: "县人大邀请参加",
  gatheringMoved: "县人大的活动改了日期或地点，请重新答复",
  gatheringCalledOff: "县人大取消了活动",
  gatheringUninvited: "县人大不再邀请参加",
};
