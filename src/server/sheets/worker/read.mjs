// Runs in a worker thread with a memory limit of its own: whatever a hostile or broken file makes of the parser, only
// this thread dies. Plain JavaScript, because a worker is started from a file as it stands on disk.
import { parentPort, workerData } from "node:worker_threads";
import { readCsv } from "./csv.mjs";
import { Refusal } from "./refusal.mjs";
import { readWorkbook } from "./workbook.mjs";

async function read({ bytes, rowLimit }) {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sign = file.subarray(0, 4).toString("hex");
  if (sign === "d0cf11e0")
    throw new Refusal("这是旧版 .xls、.et 或加了密码的文件。请在 Excel/WPS 里另存为不加密的 .xlsx 后再传。");
  if (sign === "504b0304") return readWorkbook(file, rowLimit);
  if (sign.startsWith("504b")) throw new Refusal("文件是空的压缩包，请重新选择。");
  return { sheets: readCsv(file, rowLimit), from1904: false };
}

try {
  const file = await read(workerData);
  const usable = file.sheets.find(
    ({ hidden, lines, fault }) => !hidden && fault === null && lines.length > 0,
  );
  const fault = file.sheets.find((sheet) => sheet.fault !== null)?.fault ?? null;
  parentPort.postMessage(usable === undefined && fault !== null ? { refusal: fault } : { file });
} catch (error) {
  parentPort.postMessage({
    refusal: error instanceof Refusal ? error.message : "文件读不出来。请重新保存为 .xlsx 后再传。",
  });
}
