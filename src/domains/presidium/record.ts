import type { Face } from "@/lib/records/kind";
import { meetingKindLabels, presidiumPostLabels } from "./labels";

export const presidiumMeeting = {
  type: "presidiumMeeting",
  name: "主席团会议",
  unit: "次",
  path: "presidium",
  table: "presidium_meeting",
  due: {
    presidiumMeeting: {
      what: "本季度主席团会议还没开够",
      act: "登记会议",
      page: { read: "presidium", write: "presidium/new" },
    },
  },
  words: {
    fields: { decisions: "议定事项", membersTotal: "应到成员", membersPresent: "实到成员" },
    codes: { kind: meetingKindLabels },
    lists: { "presidium.recordAttendance": "未出席" },
  },
} as const satisfies Face;

export const presidiumMember = {
  type: "presidiumMember",
  name: "主席团成员",
  unit: "人",
  path: null,
  table: "presidium_member",
  words: {
    fields: {
      name: "姓名",
      fullTime: "专兼职",
      otherPosts: "兼任职务",
      startsOn: "任职日期",
      endsOn: "离任日期",
    },
    codes: { post: presidiumPostLabels, fullTime: { true: "专职", false: "兼职" } },
  },
} as const satisfies Face;
