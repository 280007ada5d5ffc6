import { classLabel, provinceLabels, townshipKindLabels } from "@/domains/tenancy/labels";
import { caller, orNotFound } from "@/trpc/server";
import { Facts } from "@/ui/detail/facts";
import { LinkButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";

type Props = { params: Promise<{ township: string }> };

export const metadata = { title: "设置" };

/** What the county has registered of this township, and where its own lists are kept. */
export default async function TownshipSettingsPage({ params }: Props) {
  const { township } = await params;
  const ask = await caller();
  const facts = await orNotFound(ask.tenancy.township({ township }));
  const contacts = await ask.liaison.own({ township });
  return (
    <div className="stack">
      <h1>设置</h1>
      <Panel title="基本情况" note="由县级登记；有误请联系县人大代工委修改。">
        <Facts
          items={[
            { label: "名称", value: facts.name },
            { label: "代码", value: facts.code },
            { label: "建制", value: townshipKindLabels[facts.kind] },
            { label: "类别", value: classLabel(facts.class) },
            {
              label: "人口",
              value: facts.population === null ? null : `${facts.population.toLocaleString("zh-CN")} 人`,
            },
            { label: "面积", value: facts.areaKm2 === null ? null : `${String(facts.areaKm2)} 平方公里` },
            {
              label: "产值",
              value: facts.outputWan === null ? null : `${facts.outputWan.toLocaleString("zh-CN")} 万元`,
            },
            { label: "法律规则", value: provinceLabels[facts.province] ?? facts.province },
            { label: "数据来源", value: facts.sourceNote, wide: true },
          ]}
        />
      </Panel>
      <Panel title="县人大联系人" note="由县人大指定，有事可以直接找他们。">
        {contacts.length === 0 ? (
          <p className="soft">县人大还没有指定联系本乡镇的同志。</p>
        ) : (
          <ul>
            {contacts.map(({ name, since }) => (
              <li key={`${name}${since}`}>
                {name}（自 {since} 起）
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title="本单位的名册">
        <div className="row">
          <LinkButton href={`/t/${township}/suggestions/units`}>承办单位</LinkButton>
          <LinkButton href={`/t/${township}/deputies/groups`}>代表小组</LinkButton>
          <LinkButton href={`/t/${township}/presidium/members`}>主席团成员</LinkButton>
        </div>
      </Panel>
      <Panel title="工作日" note="放假和调休上班的日子；由县人大录入，按工作日计算的期限都以此为准。">
        <LinkButton href={`/t/${township}/settings/workdays`}>查看</LinkButton>
      </Panel>
    </div>
  );
}
