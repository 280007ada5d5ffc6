export type LoadDemoOptions = {
  appUrl: string;
  adminUrl: string;
  dataDir: string;
  log: (line: string) => void;
};

/** Fills an empty database with the demo county; a loaded one is left as it is. */
export function loadDemo({ log }: LoadDemoOptions): Promise<void> {
  log("演示数据尚未提供,跳过。");
  return Promise.resolve();
}
