"use client";

import { minuteInText } from "@/lib/dates";

export type Ended = { openedAt: string; lastSeenAt: string; ip: string | null; userAgent: string | null }[];

const browsers: [words: RegExp, name: string][] = [
  [/MicroMessenger/, "微信"],
  [/Edg\//, "Edge 浏览器"],
  [/Firefox\//, "火狐浏览器"],
  [/Chrome\//, "Chrome 内核浏览器"],
  [/Safari\//, "Safari 浏览器"],
];

const browserOf = (userAgent: string | null): string =>
  browsers.find(([words]) => words.test(userAgent ?? ""))?.[1] ?? "其他浏览器";

/** What a sign-in ended: one account is open in three places at most, and a stranger's place is noticed here. */
export function EndedSessions({ ended, onRead }: { ended: Ended; onRead: () => void }) {
  return (
    <div className="plain-form" role="status">
      <p>登录成功。同一账号最多同时在三处登录，这次登录使下面这处退出：</p>
      <ul>
        {ended.map((one) => (
          <li key={one.openedAt}>
            {minuteInText(one.openedAt)} 登录，{browserOf(one.userAgent)}
            {one.ip === null ? "" : `，地址 ${one.ip}`}，最后使用 {minuteInText(one.lastSeenAt)}
          </li>
        ))}
      </ul>
      <p className="soft">不是您本人登录的，请马上修改密码。</p>
      <button type="button" className="btn btn-primary" onClick={onRead} autoFocus>
        知道了，继续
      </button>
    </div>
  );
}
