import { randomUUID } from "node:crypto";
import type { Random } from "../../fuzz/random";
import { workbookWith, rosterAsKept } from "../../support/workbooks";

export type Body = { type: string; bytes: Buffer };

const texts: readonly string[] = [
  ...[
    "",
    "{",
    "null",
    "[[1]]",
    "0",
    '"',
    "{}",
    '{"json":null}',
    "a=b&a=c",
    "username=%00&password=%ff",
    "=&=&===",
  ],
  ...[
    '{"username":{}}',
    '{"__proto__":{"x":1}}',
    '{"json":{"\\ud800":"\\u0000"}}',
    "\u0000",
    "\ufeff{}",
    "%",
    "a=%E0%A4%A",
  ],
  "[".repeat(20_000),
  `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`,
  `{"a":"${"长".repeat(15_000)}"}`,
  "1e999999",
  '0:"$1"\n',
  '["$K1"]',
];

const types: readonly string[] = [
  ...[
    "application/json",
    "application/x-www-form-urlencoded",
    "text/plain;charset=UTF-8",
    "multipart/form-data",
  ],
  ...[
    "multipart/form-data; boundary=",
    'multipart/form-data; boundary="x',
    "text/x-component",
    "application/xml",
    "a",
  ],
  ...[
    "application/json; charset=utf-7",
    "multipart/form-data; boundary=x; boundary=y",
    "",
    "multipart/mixed; boundary=x",
  ],
];

const fieldNames: readonly string[] = [
  ...[
    "file",
    "file",
    "township",
    "idempotencyKey",
    "step",
    "given",
    "seal",
    "answers",
    "errors",
    "username",
    "1",
  ],
  ...[
    "$ACTION_ID_00",
    "$ACTION_REF_1",
    "$ACTION_1:0",
    "$ACTION_KEY",
    "0",
    "1_0",
    "__proto__",
    'a"b',
    "",
    "长",
  ],
];

const fileNames: readonly string[] = [
  ...[
    "名册.xlsx",
    "a.csv",
    "a.pdf",
    "../../x.png",
    "a\u0000.png",
    "长".repeat(300),
    "",
    ".",
    "a.xlsx.exe",
    "‮gpj.exe",
  ],
];

/** Files of every kind, whole, broken, or not what their name says. */
export async function filesToSend(): Promise<readonly Buffer[]> {
  const book = Buffer.from(await workbookWith([rosterAsKept]));
  const damaged = Buffer.from(book);
  damaged.fill(0xff, 200, 260);
  return [
    book,
    book.subarray(0, book.length / 2),
    damaged,
    Buffer.concat([book, book]),
    Buffer.from("PK\u0003\u0004"),
    Buffer.concat([Buffer.from("PK\u0005\u0006", "latin1"), Buffer.alloc(18)]),
    Buffer.from("姓名,性别\n张三,男\u0000\n"),
    Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]),
    Buffer.from("%PDF-1.7\n%%EOF"),
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]),
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(0),
    Buffer.alloc(200_000, 0x41),
  ];
}

function field(name: string, value: Buffer | string, file: string | null): Buffer {
  const of = file === null ? "" : `; filename="${file}"\r\ncontent-type: application/octet-stream`;
  const head = `--x\r\ncontent-disposition: form-data; name="${name}"${of}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(value), Buffer.from("\r\n")]);
}

/** A form as the import and the attachments send it, nearly. */
function form(random: Random, files: readonly Buffer[], township: string): Buffer {
  const right: Record<string, () => string> = {
    township: () => township,
    idempotencyKey: randomUUID,
    step: () => random.pick(["check", "write"]),
    given: () => "{}",
    answers: () => "[]",
    errors: () => '[{"row":2,"column":"姓名","message":"没有填写"}]',
  };
  const parts: Buffer[] = [];
  for (const [name, value] of Object.entries(right))
    if (random.chance(0.9)) parts.push(field(name, random.chance(0.9) ? value() : random.pick(texts), null));
  if (random.chance(0.9)) parts.push(field("file", random.pick(files), random.pick(fileNames)));
  while (random.chance(0.4)) {
    const file = random.chance(0.3) ? random.pick(fileNames) : null;
    parts.push(field(random.pick(fieldNames), random.pick(texts), file));
  }
  if (random.chance(0.9)) parts.push(Buffer.from("--x--\r\n"));
  const whole = Buffer.concat(parts);
  return random.chance(0.1) ? whole.subarray(0, random.below(whole.length + 1)) : whole;
}

export function bodyFor(route: string, random: Random, files: readonly Buffer[], township: string): Body {
  const takesFiles = /^\/api\/(import|files)\//.test(route);
  if (random.chance(takesFiles ? 0.7 : 0.25)) {
    const type = random.chance(0.9) ? "multipart/form-data; boundary=x" : random.pick(types);
    return { type, bytes: form(random, files, township) };
  }
  if (random.chance(0.1)) return { type: random.pick(types), bytes: random.pick(files) };
  // The sign-in and everything beside the files take 64 KB; a little more than that must be refused as well.
  if (random.chance(0.03)) return { type: random.pick(types), bytes: Buffer.alloc(70_000, 0x7b) };
  return { type: random.pick(types), bytes: Buffer.from(random.pick(texts)) };
}
