import { SetUpOrder } from "@/domains/today/components/set-up-order";
import { Panel } from "@/ui/panel";

export const metadata = { title: "帮助" };

/** What a township secretary asks in the first week, in the order it is asked. */
export default async function TownshipHelpPage({ params }: { params: Promise<{ township: string }> }) {
  return (
    <div className="stack help">
      <h1>帮助</h1>
      <Panel title="先录什么">
        <ol className="numbered">
          <li>
            「代表」：导入代表名册（已有的花名册可以直接用，也可以下载模板填写；先核对哪些列会导入、哪些不会，确认后才写入；有错会逐行指出，不会只录一半）。
          </li>
          <li>「设置 · 承办单位」：登记本镇各办、站所，建议交办和问题整改都从这里选。</li>
          <li>「人代会」「主席团」：先登记届次和主席团成员，再录会议；出席只要点出请假和缺席的人。</li>
        </ol>
        <p>全部起步事项按这个顺序，「今日」页写着现在录到哪一样：</p>
        <SetUpOrder township={(await params).township} />
      </Panel>
      <Panel title="一件建议怎么走">
        <p>
          提出 → 三关审核 → 交办 → 三落实 → 首次面商 → 答复 → 代表测评 → 再次面商 →
          办结。页面上「现在能做」写着下一步；按钮灰着时，旁边写明还差什么。测评「不满意」自动回到重新办理，直到满意。
        </p>
      </Panel>
      <Panel title="几个常见问题">
        <dl className="questions">
          <dt>随手记一件事，从哪里进？</dt>
          <dd>
            任何一页的右上角都有「记一笔」：选记什么，填日期、事由和参加的人（可以把名单整段粘贴进去），其余以后再补；每年都做的，可以照去年的填。
          </dd>
          <dt>录错了怎么办？</dt>
          <dd>
            能改的点「修改」；整条录错的打开那一条，点「录错了，作废」并写明原因。记录不会被真正删除，编号保留在台账里。
          </dd>
          <dt>「未录」「无」「0」有什么不同？</dt>
          <dd>
            「未录」是还没有录入，「无」是没有应办的事，「0」是应办而没有办成。三者在比较和考核中分别对待。
          </dd>
          <dt>事情过了才补录会扣分吗？</dt>
          <dd>可以补录，只影响「台账及时」一项：事后 10 天内录入为及时。请写明补录原因。</dd>
          <dt>会议和期限能进手机日历吗？</dt>
          <dd>
            能。在「日历」页下方生成订阅地址，粘贴到手机日历的“添加订阅日历”，以后自动更新；不用时点「停用」。
          </dd>
          <dt>县人大的通知、任务和座谈会在哪里办？</dt>
          <dd>
            都会出现在「今日」，点右边的按钮就到该办的那一页。要找全部的：通知和请示在「县乡联系」，联动任务和要报的数据在「监督」，座谈会邀请和承诺在「经验交流」，自评和申诉在「考核」。
          </dd>
          <dt>想学别的乡镇怎么做，看哪里？</dt>
          <dd>
            「经验交流」的「该向谁学」写着本乡镇哪一项弱、谁做得好、找谁；「本县经验库」里打开一条，点「采用这条经验」，以后会对照前后的数字。
          </dd>
          <dt>别的乡镇看得到我们的记录吗？</dt>
          <dd>看不到。县人大可以查看，但不能修改。</dd>
        </dl>
      </Panel>
      <Panel title="键盘">
        <p>
          按 / 进入搜索，按 n 新建或记一笔，按 Esc
          关闭对话框或从记录回到来的那一页。「大字」在右上角（手机在菜单里），可把字放大。
        </p>
      </Panel>
    </div>
  );
}
