const quantity = /[\d一二三四五六七八九十百千万两〇零]+/g;
const place = /[\u4e00-\u9fff]{2,3}?(?:社区|街道|[镇乡村县])/g;

/** Hides people, units, places, days and numbers: what is left is what a copy keeps. @param names those of the county */
export function maskedBy(names: Iterable<string>): (text: string) => string {
  const known = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const [first = ""] = name;
    if (name.length > 1) known.set(first, [...(known.get(first) ?? []), name]);
  }
  for (const some of known.values()) some.sort((one, other) => other.length - one.length);
  return (text) => {
    let masked = "";
    for (let at = 0; at < text.length;) {
      const sign = text.charAt(at);
      const start = at;
      const name = known.get(sign)?.find((one) => text.startsWith(one, start));
      masked += name === undefined ? sign : "某";
      at += name?.length ?? 1;
    }
    return masked.replaceAll(quantity, "0").replaceAll(place, "某");
  };
}
