"use client";

import { minuteInText } from "@/lib/dates";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import type { Tokens } from "../data/tokens";
import { scopeName, tokenStateLabels } from "../labels";

type Token = Tokens["tokens"][number];
type Props = { tokens: readonly Token[]; onRevoke: ((token: Token) => void) | null };

const tones = { valid: "good", expired: "neutral", revoked: "neutral" } as const;

const usedText = ({ uses, lastUsedOn }: Token): string =>
  lastUsedOn === null ? "还没有用过" : `${uses.toLocaleString("zh-CN")} 次，最近 ${lastUsedOn}`;

const endedText = ({ revokedAt, revokedByName, revokeReason }: Token): string | null =>
  revokedAt === null ? null : `${minuteInText(revokedAt)} ${revokedByName ?? ""}停用：${revokeReason ?? ""}`;

const columns: Column<Token>[] = [
  {
    key: "name",
    title: "用途",
    width: 12,
    render: ({ name, end }) => (
      <>
        {name} <span className="soft">（末四位 {end}）</span>
      </>
    ),
  },
  {
    key: "state",
    title: "状态",
    width: 12,
    render: (token) => (
      <>
        <StatusTag tone={tones[token.state]}>{tokenStateLabels[token.state]}</StatusTag>
        <span className="soft"> {endedText(token)}</span>
      </>
    ),
  },
  {
    key: "scopes",
    title: "能读的内容",
    width: 20,
    render: ({ scopes }) => scopes.map((one) => scopeName(one)).join("、"),
  },
  { key: "expiresOn", title: "有效期至", render: ({ expiresOn }) => expiresOn },
  { key: "uses", title: "使用", width: 10, render: usedText },
  {
    key: "issued",
    title: "签发",
    width: 10,
    render: ({ issuedAt, issuedByName, issuerLeft, state }) =>
      `${issuedByName} ${minuteInText(issuedAt)}${issuerLeft && state === "valid" ? "，签发人账号已停用，请核对是否还要用" : ""}`,
  },
];

/** The county's tokens: who reads what until when, and how often it did. */
export function TokenTable({ tokens, onRevoke }: Props) {
  const act: Column<Token> = {
    key: "act",
    title: "操作",
    render: (token) =>
      token.state === "valid" ? (
        <ActButton danger onClick={() => onRevoke?.(token)}>
          停用
        </ActButton>
      ) : null,
  };
  return (
    <DataTable
      label="数据接口令牌"
      columns={onRevoke === null ? columns : [...columns, act]}
      rows={tokens}
      rowKey={({ id }) => id}
      empty={{
        title: "还没有签发令牌",
        body: "本县其他系统要读这里的数据时，点「签发令牌」，选它能读的内容和有效期。",
      }}
    />
  );
}
