import Link from "next/link";
import { Panel } from "@/ui/panel";

export const metadata = { title: "帮助" };

/** How to read the comparison and the scores, and the way through the year, for whoever has to answer the director now. */
export default async function CountyHelpPage({ params }: { params: Promise<{ county: string }> }) {
  const base = `/c/${(await params).county}`;
  return (
    <div className="stack help">
      <h1>帮助</h1>
      <Panel title="十分钟看清一个乡镇">
        <ol className="numbered">
          <li>
            哪个乡镇落后：<Link href={base}>总览</Link>右边的「同类排位」，或
            <Link href={`${base}/compare`}>横向比较</Link>
            里颜色深的格子。
          </li>
          <li>为什么：点得分进入该乡镇的得分页，每一项都写着怎么算的，展开就是一条条记录。</li>
          <li>
            可以向谁学：得分页上的「该向谁学」；全县的在
            <Link href={`${base}/exchange/match`}>经验交流 · 向谁学</Link>。
          </li>
          <li>它承诺过什么：得分页上的「承诺了什么」，写着当时的数字、现在的数字和兑现没有。</li>
          <li>
            学了有没有用：得分页上的「学了什么、有没有用」；在
            <Link href={`${base}/practices`}>本县经验库</Link>
            打开一条，也能看到各采用乡镇前后的数字。
          </li>
        </ol>
      </Panel>
      <Panel title="一年里县人大要做的">
        <ol className="numbered">
          <li>
            年初：在<Link href={`${base}/guidance`}>指导意见</Link>里写要点，在
            <Link href={`${base}/assessment/scheme`}>考核方案</Link>里公布当年的方案，在
            <Link href={`${base}/joint`}>联动任务</Link>里安排全年任务。
          </li>
          <li>
            平时：<Link href={base}>总览</Link>「今天要定的事」每天看一遍；
            <Link href={`${base}/requests`}>乡镇请示</Link>按期答复；
            <Link href={`${base}/exchange`}>座谈会</Link>
            每季度一次，跟进上次的承诺。
          </li>
          <li>
            年后：在<Link href={`${base}/assessment`}>年度考核</Link>里封存上一年，再到
            <Link href={`${base}/assessment/cycle`}>考核办理</Link>
            ，依次是自评、评审、申诉、主任会议决定和公布。
          </li>
        </ol>
      </Panel>
      <Panel title="看懂横向比较">
        <p>
          每一格是一个乡镇的一项指标，点开就是构成它的每一条记录，再点就到那条记录。颜色表示在同类乡镇中的位置，红色只表示低于法定要求，数字始终印出。「未录」是没有录入，「无」是没有应计的事，二者都不是
          0。
        </p>
      </Panel>
      <Panel title="看懂得分">
        <p>
          得分由指标值按方案的公式换算。得分页用一句话写出算法和数字，下面列出依据的记录。「未录」的指标暂按 0
          分，页面写明是哪几项。
        </p>
      </Panel>
      <Panel title="县级能做什么，不能做什么">
        <p>
          县人大联系、指导乡镇人大：可以查看各乡镇的全部记录，不能修改。期限规则、乡镇分类标准在「设置」里调整，须写明理由。
        </p>
      </Panel>
      <Panel title="键盘">
        <p>
          按 / 进入搜索，按 n 登记乡镇，按 Esc
          关闭对话框、关上比较页的依据，或从记录回到来的那一页。「大字」在右上角（手机在菜单里），可把字放大。
        </p>
      </Panel>
    </div>
  );
}
