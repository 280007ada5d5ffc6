import { Panel } from "@/ui/panel";

/** Who does what before the first township can work; the operator starts it and hands it on. */
export function OpeningOrder() {
  return (
    <Panel title="开通一个县的顺序" note="前两步在本页，后三步由县里和乡镇自己做">
      <ol className="numbered">
        <li>开设县级单位：填县名、六位行政区划代码和所在省（省份决定适用哪个省的办理期限）。</li>
        <li>开设它的账号管理员，把只显示一次的初始密码当面交给本人，首次登录时改成自己的密码。</li>
        <li>县级账号管理员登录，先给代工委干部开账号。</li>
        <li>代工委干部登录，在「乡镇」登记各乡镇；然后由账号管理员给各乡镇人大开账号。</li>
        <li>
          乡镇人大登录，照「今日」页上的顺序录入代表名册、名额、届次、主席团和承办单位，再录小组、联络站、计划和人代会。
        </li>
      </ol>
    </Panel>
  );
}
