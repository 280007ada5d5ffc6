import type { SuggestionCategory, UnitKind } from "@/domains/suggestions/rules/states";
import type { ActivityKind } from "@/domains/supervision/rules/activities";

/** Matters as deputies of an island county bring them up; places are put in front. No real person is named. */
export const matters: readonly { category: SuggestionCategory; text: string; unit: string }[] = [
  { category: "construction", text: "雨污管网改造", unit: "村镇建设办公室" },
  { category: "construction", text: "老旧小区加装路灯", unit: "村镇建设办公室" },
  { category: "construction", text: "背街小巷路面硬化", unit: "村镇建设办公室" },
  { category: "transport", text: "码头候船室改造", unit: "交通管理所" },
  { category: "transport", text: "环岛公路弯道拓宽", unit: "交通管理所" },
  { category: "transport", text: "增加早晚岛际航班", unit: "交通管理所" },
  { category: "transport", text: "村口公交停靠站建设", unit: "交通管理所" },
  { category: "water", text: "河道清淤和排涝泵站维修", unit: "农业农村办公室" },
  { category: "water", text: "山塘水库除险加固", unit: "农业农村办公室" },
  { category: "agriculture", text: "渔港避风锚地疏浚", unit: "渔业管理站" },
  { category: "agriculture", text: "盐田基础设施修缮", unit: "农业农村办公室" },
  { category: "agriculture", text: "渔船更新补助政策落实", unit: "渔业管理站" },
  { category: "environment", text: "海漂垃圾常态清理", unit: "综合行政执法队" },
  { category: "environment", text: "垃圾分类投放点布局", unit: "综合行政执法队" },
  { category: "education", text: "学校门口上下学交通秩序", unit: "中心小学" },
  { category: "education", text: "公办幼儿园学位扩充", unit: "中心小学" },
  { category: "health", text: "村卫生室坐诊时间延长", unit: "卫生院" },
  { category: "health", text: "急救船艇转运衔接", unit: "卫生院" },
  { category: "welfare", text: "老年食堂开办和送餐", unit: "社会事务办公室" },
  { category: "welfare", text: "居家养老服务站建设", unit: "社会事务办公室" },
  { category: "culture", text: "渔俗文化馆开放", unit: "社会事务办公室" },
  { category: "culture", text: "村文化礼堂活动经费", unit: "社会事务办公室" },
  { category: "safety", text: "船舶修造企业动火作业监管", unit: "应急管理站" },
  { category: "safety", text: "沿海危险地段警示设施", unit: "应急管理站" },
  { category: "economy", text: "海产品加工集聚区配套", unit: "经济发展办公室" },
  { category: "economy", text: "民宿集群停车场建设", unit: "经济发展办公室" },
  { category: "governance", text: "村级事务公开栏规范", unit: "社会事务办公室" },
];

export const units: readonly { name: string; kind: UnitKind }[] = [
  { name: "村镇建设办公室", kind: "government" },
  { name: "农业农村办公室", kind: "government" },
  { name: "社会事务办公室", kind: "government" },
  { name: "经济发展办公室", kind: "government" },
  { name: "应急管理站", kind: "government" },
  { name: "综合行政执法队", kind: "department" },
  { name: "渔业管理站", kind: "department" },
  { name: "交通管理所", kind: "department" },
  { name: "卫生院", kind: "institution" },
  { name: "中心小学", kind: "institution" },
];

export const occupations = [
  "村党支部委员",
  "社区工作者",
  "渔业船东",
  "盐业职工",
  "水产加工企业管理人员",
  "船厂技术工人",
  "个体经营者",
  "中学教师",
  "乡村医生",
  "农业专业户",
  "民宿经营者",
  "退休干部",
] as const;

export const activityTopics: readonly {
  kind: ActivityKind;
  topic: string;
  lawName?: string;
  unit: string;
  problems: readonly string[];
}[] = [
  {
    kind: "inspectionVisit",
    topic: "民生实事项目推进情况视察",
    unit: "村镇建设办公室",
    problems: ["一处路段施工围挡不到位", "项目进度比计划落后一个月", "完工路段排水口堵塞"],
  },
  {
    kind: "lawInspection",
    topic: "安全生产法实施情况执法检查",
    lawName: "中华人民共和国安全生产法",
    unit: "应急管理站",
    problems: ["两家企业动火作业记录不全", "一处消防通道堆放杂物", "特种作业证书过期未复审"],
  },
  {
    kind: "investigation",
    topic: "居家养老服务专题调研",
    unit: "社会事务办公室",
    problems: ["送餐服务未覆盖偏远自然村", "服务站护理人员不足"],
  },
  {
    kind: "supervisionCheck",
    topic: "渔船安全和伏季休渔督查",
    unit: "渔业管理站",
    problems: ["部分渔船救生设备未按期检测", "锚地值守记录缺三天"],
  },
  {
    kind: "unannouncedVisit",
    topic: "农贸市场环境卫生暗访",
    unit: "综合行政执法队",
    problems: ["活禽区污水外溢", "摊位占道经营", "公平秤未检定"],
  },
  {
    kind: "inspectionVisit",
    topic: "防汛水利设施视察",
    unit: "农业农村办公室",
    problems: ["一座排涝泵站备用电源不能启动", "水库溢洪道有杂物"],
  },
  {
    kind: "followUpVisit",
    topic: "海漂垃圾治理跟踪视察",
    unit: "综合行政执法队",
    problems: ["两处滩涂垃圾反弹"],
  },
];

export const presidiumTopics = [
  "听取政府关于重点工程建设情况的汇报",
  "听取代表建议办理情况的汇报并研究督办",
  "研究人代会筹备和代表会前活动",
  "听取安全生产和防台防汛工作情况的汇报",
  "审议代表小组活动计划",
  "听取民生实事项目进展情况的汇报",
] as const;

export const leaveReasons = ["因公出差", "因病请假", "出海作业", "家中有事"] as const;
