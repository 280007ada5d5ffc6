import { allow, type Decision, deny } from "@/lib/decision";
import { largestFile } from "@/lib/limits";

export const mostFiles = 50;

export function mayAttach(file: { size: number }, already: number): Decision {
  if (file.size === 0) return deny("文件是空的，请重新选择。");
  if (file.size > largestFile) return deny("文件超过 20 MB，请压缩或拆分后再传。");
  return already < mostFiles ? allow : deny(`一条记录最多 ${mostFiles} 个附件，请合并后再传。`);
}
