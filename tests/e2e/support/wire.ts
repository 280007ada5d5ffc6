import { connect } from "node:net";

/** @property cut whether our side hangs up after the last byte, as when less is sent than was promised */
export type Sent = {
  target: string;
  method: string;
  headers: [name: string, value: string][];
  body: Buffer | null;
  cut: boolean;
};

/** @property status 0 when the connection ended without an answer
 *  @property milliseconds until the connection was closed */
export type Got = {
  status: number;
  request: string | null;
  type: string;
  body: string;
  milliseconds: number;
};

/** The pieces of a chunked body put together; what is cut off is left out. */
function joined(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length;) {
    const end = body.indexOf("\r\n", at);
    const size = end < 0 ? 0 : Number.parseInt(body.subarray(at, end).toString("latin1"), 16);
    if (!(size > 0)) break;
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(parts);
}

function answerIn(bytes: Buffer, milliseconds: number): Got {
  const end = bytes.indexOf("\r\n\r\n");
  const head = bytes.subarray(0, Math.max(end, 0)).toString("latin1");
  const rest = end < 0 ? Buffer.alloc(0) : bytes.subarray(end + 4);
  // What was told to go on sending answers in the end as well.
  if (head.startsWith("HTTP/1.1 100")) return answerIn(rest, milliseconds);
  const field = (name: string): string | null =>
    new RegExp(`^${name}: *(.*)$`, "im").exec(head.replaceAll("\r", ""))?.[1] ?? null;
  const chunked = field("transfer-encoding")?.includes("chunked") === true;
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0),
    request: field("x-request-id"),
    type: field("content-type") ?? "",
    body: (chunked ? joined(rest) : rest).toString("utf8"),
    milliseconds,
  };
}

/** Sends the bytes as they are, right or wrong, and reads until the server closes; more than `patience` is an error. */
export function exchange(
  site: URL,
  { target, method, headers, body, cut }: Sent,
  patience: number,
): Promise<Got> {
  const fields = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const head = Buffer.from(`${method} ${target} HTTP/1.1\r\n${fields}connection: close\r\n\r\n`);
  const begun = performance.now();
  return new Promise((done, fail) => {
    const parts: Buffer[] = [];
    // Our side stays open until the answer is there, as browsers leave it.
    const socket = connect({ port: Number(site.port), host: site.hostname });
    const timer = setTimeout(() => {
      socket.destroy();
      fail(new Error(`no end after ${patience} ms`));
    }, patience);
    socket.on("data", (data: Buffer) => parts.push(data));
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearTimeout(timer);
      done(answerIn(Buffer.concat(parts), Math.round(performance.now() - begun)));
    });
    socket.write(head);
    if (body !== null) socket.write(body);
    if (cut) socket.end();
  });
}
