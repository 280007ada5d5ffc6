import { readFileSync } from "node:fs";
import { drawAsked, drawReport } from "./lib/draw-report";
import { readBundle, reportOf, UnreadableBundle } from "./lib/read-bundle";

/**
 * `npm run score:verify -- FILE`: reckons a published year anew; with `--seed TEXT` (and `--per N`) it also draws the spot
 * check again. Without a database, an account or this county's server.
 */
function verify([file, ...args]: readonly string[]): boolean {
  if (file === undefined)
    throw new UnreadableBundle("请写明要核验的文件：npm run score:verify -- 文件名.json");
  const asked = drawAsked(args);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new UnreadableBundle(`打不开文件「${file}」，请核对文件名和所在文件夹。`);
  }
  const bundle = readBundle(text);
  const { lines, agrees } = reportOf(bundle);
  console.log([...lines, ...(asked === null ? [] : drawReport(bundle, asked))].join("\n"));
  return agrees;
}

try {
  if (!verify(process.argv.slice(2))) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof UnreadableBundle)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
