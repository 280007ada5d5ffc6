import { Panel } from "@/ui/panel";

export const metadata = { title: "帮助" };

/** How to read the comparison and the scores, for whoever has to answer the director now. */
export default function CountyHelpPage() {
  return (
    <div className="stack">
      <h1>帮助</h1>
      <Panel title="看懂横向比较">
        <p>
          每一格是一个乡镇的一项指标，点开就是构成它的每一条记录，再点就到那条记录。颜色表示在同类乡镇中的位置，红色只表示低于法定要求，数字始终印出。「未录」是没有录入，「无」是没有应计的事，二者都不是
          0。
        </p>
      </Panel>
      <Panel title="看懂得分">
        <p>
          得分由指标值按方案的公式换算。得分页用一句话写出算法和数字，下面列出依据的记录。目前只计算已有数据的指标，页面写明共计算了几项、多少分。
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
