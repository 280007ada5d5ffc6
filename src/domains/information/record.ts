import { choice, maybe, note, pastDay, text } from "@/lib/records/fields";
import { groups } from "@/lib/records/groups";
import { recordKind } from "@/lib/records/kind";

export const topicLabels = {
  work: "工作动态",
  experience: "经验做法",
  problem: "问题建议",
  opinion: "社情民意",
  other: "其他",
} as const;

/** Which level took an item up; `none` until somebody has. */
export const takenUpLabels = {
  township: "乡镇党委政府",
  county: "县（区）",
  city: "市",
  province: "省（直辖市）",
  national: "全国",
  none: "未采用",
} as const;

export const channelLabels = {
  paper: "报纸",
  broadcast: "广播电视",
  website: "网站",
  wechat: "微信公众号",
  video: "视频号、短视频",
  board: "宣传栏、公开栏",
  bulletin: "简报",
  other: "其他",
} as const;

export const publicityLevelLabels = {
  township: "乡镇",
  county: "县（区）",
  city: "市",
  province: "省（直辖市）",
  national: "全国",
} as const;

/** 信息报送: what the township reported upwards and which level took it up; recorded only, never scored [R17]. */
export const informationItem = recordKind({
  type: "informationItem",
  name: "信息报送",
  unit: "条",
  router: "informationItems",
  path: "information",
  under: groups.basics,
  titleOf: ({ title }) => `信息「${title}」`,
  fields: {
    title: text("标题", 100, { list: "sortable", search: true, headers: ["信息标题", "信息名称"] }),
    topic: choice("类别", topicLabels, { list: true, filter: true, headers: ["信息类别"] }),
    occurredOn: pastDay("报送日期", { list: "sortable", headers: ["上报日期", "日期", "时间"] }),
    sentTo: text("报送单位", 60, {
      list: "wide",
      search: true,
      hint: "如 县人大办公室",
      headers: ["报送给", "上报单位", "主送单位"],
    }),
    content: maybe(note("摘要", 2000, { hint: "正文可以在保存后作为附件上传" })),
    takenUpBy: choice("采用级别", takenUpLabels, {
      list: true,
      filter: true,
      hint: "被几级采用的，选最高一级",
      headers: ["采用情况", "采用层级"],
    }),
    takenUpOn: maybe(pastDay("采用日期", { list: "wide", empty: "—" })),
    publishedIn: maybe(text("刊发名称", 80, { search: true, hint: "如 岱山人大简报第5期" })),
  },
});

/** 宣传报道: by channel; recorded only, never scored [R98]. */
export const publicityItem = recordKind({
  type: "publicityItem",
  name: "宣传报道",
  unit: "篇",
  router: "publicityItems",
  path: "publicity",
  under: groups.basics,
  titleOf: ({ title }) => `报道「${title}」`,
  fields: {
    title: text("标题", 100, { list: "sortable", search: true, headers: ["报道标题", "稿件标题"] }),
    channel: choice("渠道", channelLabels, { list: true, filter: true, headers: ["宣传渠道", "媒体类型"] }),
    level: choice("级别", publicityLevelLabels, { list: true, filter: true, headers: ["媒体级别"] }),
    occurredOn: pastDay("发布日期", { list: "sortable", headers: ["刊发日期", "日期", "时间"] }),
    publishedIn: text("发布平台", 80, {
      list: "wide",
      search: true,
      hint: "如 海上岱山公众号",
      headers: ["媒体名称", "平台"],
    }),
    link: maybe(text("网址", 300)),
    about: maybe(text("宣传什么", 200, { search: true, hint: "如 代表联络站接待选民" })),
  },
});
