/** The server refuses more; saying so before sending saves a slow line's user five minutes. */
export const largestFile = 20 * 1024 * 1024;

export function sizeInText(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Why a file cannot be sent, or `null`. */
export function fileRefusal(file: { name: string; size: number }): string | null {
  if (file.size === 0) return `「${file.name}」是空文件，请重新选择。`;
  if (file.size <= largestFile) return null;
  return `「${file.name}」有 ${sizeInText(file.size)}，超过 20 MB。请压缩或拆分后再传。`;
}
