import { connect, createServer, type Socket } from "node:net";

export type Gate = {
  /** the same database, reached through the gate */
  url: string;
  /** nothing passes any more, and nobody is told: a server whose processes are stopped */
  freeze: () => void;
  thaw: () => void;
  /** every connection is torn off, now; new ones pass */
  cut: () => void;
  /** by which ports the server knows the connections of this gate, and no other's */
  clientPorts: () => number[];
  close: () => Promise<void>;
};

/** A way to the database that a test can freeze or cut, without touching the server that others use. */
export async function gateTo(databaseUrl: string): Promise<Gate> {
  const target = new URL(databaseUrl);
  const { hostname, port } = target;
  const open = new Set<Socket>();
  const farther = new Set<Socket>();
  let frozen = false;
  const server = createServer((near) => {
    const far = connect(Number(port || 5432), hostname);
    farther.add(far);
    far.on("close", () => farther.delete(far));
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on("error", () => undefined);
      from.on("close", () => {
        open.delete(from);
        to.destroy();
      });
      from.on("data", (bytes) => to.write(bytes));
      if (frozen) from.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the gate has no port");
  target.hostname = "127.0.0.1";
  target.port = String(address.port);
  return {
    url: target.href,
    freeze: () => {
      frozen = true;
      for (const socket of open) socket.pause();
    },
    thaw: () => {
      frozen = false;
      for (const socket of open) socket.resume();
    },
    cut: () => {
      for (const socket of open) socket.destroy();
    },
    clientPorts: () => [...farther].flatMap(({ localPort }) => localPort ?? []),
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
