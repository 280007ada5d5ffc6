"use client";

import Link from "next/link";
import { useState } from "react";
import { type NamedOption, matchesName } from "@/ui/form/pinyin-match";
import { Panel } from "@/ui/panel";

type KindOption = NamedOption & { href: string };
/** An entry of the menu and what is entered under it. */
export type KindGroup = { name: string; options: readonly KindOption[] };

/** So many of the kinds that the township enters most are at hand. */
const atHand = 6;

function Choices({ options }: { options: readonly KindOption[] }) {
  return (
    <div className="chips">
      {options.map(({ id, name, href }) => (
        <Link key={id} className="chip quick-kind" href={href}>
          {name}
        </Link>
      ))}
    </div>
  );
}

/** @param often types that the township entered lately, the most frequent first */
export function KindPicker({ groups, often }: { groups: readonly KindGroup[]; often: readonly string[] }) {
  const [typed, setTyped] = useState("");
  const all = groups.flatMap(({ options }) => options);
  const mine = often.slice(0, atHand).flatMap((type) => all.find(({ id }) => id === type) ?? []);
  const found = groups
    .map(({ name, options }) => ({ name, options: options.filter((option) => matchesName(option, typed)) }))
    .filter(({ options }) => options.length > 0);
  return (
    <div className="stack form-page">
      <header className="detail-head">
        <h1>记一笔</h1>
        <p className="soft">先选记什么，再填日期、事由和参加的人；其余的可以以后再补。</p>
      </header>
      {mine.length === 0 ? null : (
        <Panel title="常用" note="本乡镇近来记得最多的">
          <Choices options={mine} />
        </Panel>
      )}
      <Panel title="按栏目找">
        <input
          type="search"
          className="quick-search"
          aria-label="记什么"
          placeholder="名称或拼音首字母，如 jdr"
          autoComplete="off"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        {found.length === 0 ? (
          <p className="soft">没有这一类记录，请换一个词。</p>
        ) : (
          <ul className="quick-groups">
            {found.map(({ name, options }) => (
              <li key={name} className="kept-line">
                <strong>{name}</strong>
                <Choices options={options} />
              </li>
            ))}
          </ul>
        )}
        <p className="soft">代表、小组、主席团成员、岗位、联络站和承办单位，在各自的栏目里登记。</p>
      </Panel>
    </div>
  );
}
