/** @property look the class that colours the mark of the chart itself, so that the two never differ */
export type LegendItems = readonly { look: string; text: string }[];

type LegendProps = {
  /** What the colours tell, e.g. 颜色：在同类中的位置 */
  title: string;
  items: LegendItems;
};

/** What each colour of a chart means, beside the chart. */
export function Legend({ title, items }: LegendProps) {
  return (
    <div className="legend">
      <span>{title}</span>
      <ul>
        {items.map(({ look, text }) => (
          <li key={text}>
            <span className={`legend-mark ${look}`} aria-hidden />
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
