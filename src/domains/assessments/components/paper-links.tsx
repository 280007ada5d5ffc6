import { exportHref } from "@/ui/list/export-href";
import { LinkButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";

function WordLink({ procedure, input, children }: { procedure: string; input: object; children: string }) {
  return (
    <a className="btn" href={exportHref(procedure, input)} download>
      {children}（Word）
    </a>
  );
}

const fontNote =
  "版式按党政机关公文格式。字体为仿宋_GB2312、楷体_GB2312、黑体和方正小标宋简体，电脑上没有的会换成相近的字体，装上后再打开即可。";

/** The papers of a county's year. */
export function CountyPapers({ base, year }: { base: string; year: number }) {
  return (
    <Panel title="文书" className="no-print">
      <div className="row">
        <WordLink procedure="assessments.exportNotice" input={{ year }}>
          考核通报
        </WordLink>
        <WordLink procedure="cycles.exportMeetingPaper" input={{ year }}>
          主任会议材料
        </WordLink>
        <a className="btn" href={exportHref("assessments.exportScores", { year })} download>
          得分和公式（Excel）
        </a>
        <LinkButton href={`${base}/assessment/one-page?year=${year}`}>一镇一页（打印）</LinkButton>
      </div>
      <p className="soft">{fontNote}</p>
    </Panel>
  );
}

/** The papers of one township's year. @param report the procedure that gives it; the county names the township */
export function TownshipPapers(props: { report: string; input: object; onePage: string }) {
  return (
    <Panel title="文书" className="no-print">
      <div className="row">
        <WordLink procedure={props.report} input={props.input}>
          得分报告
        </WordLink>
        <LinkButton href={props.onePage}>一镇一页（打印）</LinkButton>
      </div>
      <p className="soft">{fontNote}</p>
    </Panel>
  );
}
