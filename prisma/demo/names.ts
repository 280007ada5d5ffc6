import type { Random } from "./random";

/**
 * Names that read like a roster's, put together by chance from the commonest characters. No list of real people was
 * used; every page of the demo says once that its data is made up.
 */
const surnames = Array.from(
  "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴",
);
const firstSigns = { 男: "国建志永海文明德兴家卫立东世金春", 女: "秀玉春海小丽亚雪桂美淑晓婉惠月红" };
const lastSigns = { 男: "强军平伟民华波辉峰良斌宏康涛根定", 女: "英芳娟燕珍萍琴霞玲敏琼妹飞菊兰君" };

export type Gender = keyof typeof firstSigns;

export function personName(random: Random, gender: Gender = random.chance(0.35) ? "女" : "男"): string {
  const sign = (signs: string) => random.pick(Array.from(signs));
  const first = random.chance(0.12) ? "" : sign(firstSigns[gender]);
  return `${random.pick(surnames)}${first}${sign(lastSigns[gender])}`;
}

/** People of one roster: no two of one name, so that whoever reads a page knows who is meant. */
export function differentNames(random: Random, genders: readonly Gender[]): string[] {
  const taken = new Set<string>();
  return genders.map((gender) => {
    let name = personName(random, gender);
    while (taken.has(name)) name = personName(random, gender);
    taken.add(name);
    return name;
  });
}
