import type { GatheringKind, Verdict } from "@/domains/symposia/labels";

type Metric = "D6" | "G2" | "D3" | "C3" | "D5";

/**
 * What a county called its townships together for in the last twelve months. Days are told from the load's own day; below
 * nought they lie behind it.
 * @property guests which of the townships in their order are invited; null for all of them
 * @property host which of them receives a visit
 */
export type DemoGathering = {
  kind: GatheringKind;
  title: string;
  day: number;
  place: string | null;
  topic: string;
  guests: readonly number[] | null;
  host?: number;
  minutes: string;
  /** without a verdict it stays open */
  promises: readonly {
    /** the login of the township that promised */
    who: string;
    said: string;
    metric: Metric;
    due: number;
    verdict: Verdict | null;
    why: string;
    report: string | null;
  }[];
};

const promise = (
  who: string,
  said: string,
  metric: Metric,
  due: number,
  outcome: { verdict: Verdict | null; why?: string; report: string | null },
) => ({ who, said, metric, due, why: "", ...outcome });

export const demoGatherings: readonly DemoGathering[] = [
  {
    ...{ kind: "symposium", day: -315, title: "乡镇人大主席座谈会（第一次）", place: "县人大常委会会议室" },
    ...{ topic: "交流代表建议办理和台账及时录入", guests: null },
    minutes: "各乡镇汇报了建议办理和台账情况。会议要求：答复前先面商，活动结束十日内录入。",
    promises: [
      promise("daixi", "办理中的建议每月对一次进度，到期前十天提醒承办单位", "C3", -230, {
        ...{ verdict: "kept", why: "县里抽看了三个月的提醒记录，都按期发出" },
        report: "已建立每月对账，三个月没有漏发提醒。",
      }),
      promise("dongsha", "活动结束十日内录入台账", "G2", -230, {
        ...{ verdict: "notKept", why: "仍有几次活动隔月才补录，继续跟进" },
        report: "人手少，有几次没有按时录入。",
      }),
    ],
  },
  {
    ...{ kind: "symposium", day: -222, title: "乡镇人大主席座谈会（第二次）", place: "县人大常委会会议室" },
    ...{ topic: "交流代表培训和联络站接待", guests: null },
    minutes: "两个乡镇介绍了分片轮训和固定接待日的做法，其他乡镇对照找差距。",
    promises: [
      promise("xiushan", "上半年把没有参加过培训的代表轮训一遍", "D6", -140, {
        ...{ verdict: "kept", why: "签到册与名册对过，应训的都参加了" },
        report: "分两批办了培训，没有参加过的代表都已参加。",
      }),
      promise("changtu", "联络站每月固定一天接待选民", "D3", -140, {
        ...{ verdict: "kept", why: "接待登记每月都有" },
        report: "每月 15 日接待，已连续三个月。",
      }),
    ],
  },
  {
    ...{ kind: "symposium", day: -130, title: "乡镇人大主席座谈会（第三次）", place: "县人大常委会会议室" },
    ...{ topic: "交流上半年薄弱指标的改进办法", guests: null },
    minutes: "逐项看了上半年落后于同类的指标，请领先的乡镇介绍做法，约定了两对互访。",
    promises: [
      promise("dongsha", "去领先的乡镇看一次代表述职怎么安排，回来排出本镇的述职计划", "D5", -45, {
        ...{ verdict: "kept", why: "互访已经进行，述职计划排到了月" },
        report: "已去互访，本镇述职计划已排到年底。",
      }),
    ],
  },
  {
    ...{ kind: "symposium", day: -38, title: "乡镇人大主席座谈会（第四次）", place: "县人大常委会会议室" },
    ...{ topic: "交流年底前要补的短板", guests: null },
    minutes: "跟进了上次承诺；各乡镇对照薄弱指标，讲了年底前怎么补。",
    promises: [
      promise("gaoting", "年底前把今年还没有参加培训的代表轮训一遍", "D6", 20, {
        verdict: null,
        report: null,
      }),
      promise("dongsha", "补录三季度以前的活动，以后十日内录入", "G2", -8, {
        ...{ verdict: null, report: "已补录完，最近两次活动当周录入。" },
      }),
    ],
  },
  {
    ...{ kind: "visit", day: -80, title: "代表履职互访", place: null, topic: "看代表述职怎么排、履职怎么记" },
    ...{ guests: [1, 4], host: 4, promises: [] },
    minutes: "看了述职计划、履职登记和当周录入的做法，座谈一个半小时。",
  },
  {
    ...{
      kind: "committeeMeeting",
      day: -280,
      title: "县人大常委会会议（一季度）",
      place: "县人大常委会会议室",
    },
    ...{ topic: "审议年度监督计划", guests: [0, 1], minutes: "列席的乡镇人大主席发了言。", promises: [] },
  },
  {
    ...{
      kind: "committeeMeeting",
      day: -185,
      title: "县人大常委会会议（二季度）",
      place: "县人大常委会会议室",
    },
    ...{ topic: "审议环境状况报告", guests: [2, 3], minutes: "列席的乡镇人大主席发了言。", promises: [] },
  },
  {
    ...{
      kind: "committeeMeeting",
      day: -95,
      title: "县人大常委会会议（三季度）",
      place: "县人大常委会会议室",
    },
    ...{ topic: "审议上半年预算执行情况", guests: [4], minutes: "列席的乡镇人大主席发了言。", promises: [] },
  },
  {
    ...{ kind: "training", day: -160, title: "乡镇人大主席和干部培训", place: "县委党校", guests: null },
    ...{ topic: "代表法修改内容、预算审查", minutes: "讲课一天，分组讨论半天。", promises: [] },
  },
];

/** To come: invited to, and answered by some. */
export const demoComing = {
  ...{ title: "乡镇人大主席座谈会（年终）", place: "县人大常委会会议室", day: 19, answerBy: 12 },
  topic: "对照全年薄弱指标，商量明年怎么补",
} as const;
