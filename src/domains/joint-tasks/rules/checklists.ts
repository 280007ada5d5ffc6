type Point = { code: string; text: string; article: string | null };

/** Where the article is not said, the county fills it in: a wrong one would be worse than none. */
const points = (...lines: readonly (readonly [text: string, article?: string])[]): Point[] =>
  lines.map(([text, article], index) => ({ code: String(index + 1), text, article: article ?? null }));

export type ChecklistPreset = { code: string; name: string; lawName: string; items: Point[] };

/** What the program brings along: a county takes one as it is, or makes its own of it. */
export const checklistPresets: readonly ChecklistPreset[] = [
  {
    code: "foodSafety",
    name: "食品安全",
    lawName: "中华人民共和国食品安全法",
    items: points(
      ["乡镇政府和有关部门食品安全职责是否落实，人员和经费是否有保障"],
      ["从事食品生产、销售、餐饮服务的，是否依法取得许可", "第35条"],
      ["学校、托幼机构、养老机构等集中用餐单位的食堂是否取得许可、制度是否落实", "第57条"],
      ["从业人员是否建立健康管理制度，是否持有健康证明", "第45条"],
      ["食品进货是否查验供货者许可和合格证明、如实记录", "第53条"],
      ["小作坊、小摊贩是否纳入管理", "第36条"],
      ["投诉举报是否受理、答复、处理", "第115条"],
    ),
  },
  {
    code: "workSafety",
    name: "安全生产",
    lawName: "中华人民共和国安全生产法",
    items: points(
      ["乡镇政府是否明确安全生产监管机构或人员，是否按职责检查辖区企业", "第9条"],
      ["企业主要负责人是否履行安全生产职责", "第21条"],
      ["从业人员是否经过安全生产教育和培训", "第28条"],
      ["有较大危险因素的场所、设备是否设置安全警示标志", "第35条"],
      ["是否建立风险分级管控和隐患排查治理制度，隐患是否记录、通报、整改", "第41条"],
      ["是否制定应急救援预案并定期演练", "第81条"],
    ),
  },
  {
    code: "water",
    name: "水污染防治和饮用水",
    lawName: "中华人民共和国水污染防治法",
    items: points(
      ["河长制是否落实到村，巡河、问题处理是否有记录", "第5条"],
      ["饮用水水源保护区是否划定，地理界标和警示标志是否设置", "第63条"],
      ["水源保护区内是否设置排污口", "第64条"],
      ["一级保护区内有无与供水设施无关的建设项目", "第65条"],
      ["农村污水、垃圾是否集中处理，设施是否正常运行", "第52条"],
      ["畜禽养殖场粪便、废水处理设施是否正常运行", "第56条"],
      ["饮用水供水单位水质检测和公开情况", "第71条、第72条"],
    ),
  },
  {
    code: "waste",
    name: "生活垃圾和固体废物",
    lawName: "中华人民共和国固体废物污染环境防治法",
    items: points(
      ["生活垃圾分类制度是否推行，投放点和设施是否到位", "第43条"],
      ["农村生活垃圾收集、转运、处置是否覆盖各村", "第46条"],
      ["单位和家庭是否按规定分类投放，有无随意倾倒、焚烧", "第49条"],
      ["建筑垃圾是否按规定处置，有无擅自倾倒", "第63条"],
      ["秸秆、废弃农用薄膜、农药包装物是否回收利用", "第65条"],
      ["危险废物产生单位是否登记、规范贮存和转移", "第78条、第79条、第82条"],
    ),
  },
  {
    code: "elderly",
    name: "养老服务和老年人权益",
    lawName: "中华人民共和国老年人权益保障法",
    items: points(
      ["养老服务设施是否纳入规划、建设和使用情况", "第38条"],
      ["居家养老、日间照料、助餐服务覆盖和运行情况", "第37条"],
      ["养老机构是否与老年人签订服务协议", "第48条"],
      ["经济困难老年人补贴、高龄津贴发放情况", "第33条、第37条"],
      ["留守、独居、失能老年人探访和照料情况"],
      ["消防、食品安全和应急制度是否落实"],
    ),
  },
  {
    code: "deputies",
    name: "代表法贯彻实施",
    lawName: "中华人民共和国全国人民代表大会和地方各级人民代表大会代表法",
    items: points(
      ["代表小组活动是否经常开展", "第26条"],
      ["代表视察、调研发现的问题是否转交研究处理并反馈", "第31条"],
      ["代表建议是否按期答复，办理情况是否报告和公开", "第51条"],
      ["主席团是否记录代表履职、组织代表向选民述职并公开", "第58条"],
      ["代表活动的时间、经费是否有保障", "第40条、第42条"],
      ["代表联络站开放和运行情况"],
    ),
  },
];

export const presetNamed = (code: string): ChecklistPreset | undefined =>
  checklistPresets.find((preset) => preset.code === code);
