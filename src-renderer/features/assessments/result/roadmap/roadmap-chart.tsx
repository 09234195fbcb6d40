import { type CSSProperties, type ReactNode, useId, useRef, useState } from 'react';
import { NumberField } from '../number-field';
import styles from './roadmap.module.css';
import { RoadmapBar } from './roadmap-bar';
import { type LayoutRow, layoutOf, neighbour, type RoadmapLayout } from './roadmap-layout';
import { RoadmapHead, RoadmapLoad } from './roadmap-months';
import { EFFORT } from './roadmap-plan';
import type { RoadmapEditing } from './use-roadmap';

/** How many columns the style sheet lays out. */
type ChartStyle = CSSProperties & { readonly '--months': number };

function Lines({ layout, active }: { readonly layout: RoadmapLayout; readonly active: string }): ReactNode {
  return (
    <svg
      className={styles.lines}
      viewBox={`0 0 ${layout.months.length} ${layout.rows.length}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {layout.lines.map(({ key, from, to, path }) => (
        <path key={key} d={path} className={styles.line} data-active={from === active || to === active} />
      ))}
    </svg>
  );
}

interface ItemProps {
  readonly row: LayoutRow;
  readonly editing: RoadmapEditing;
  readonly children: ReactNode;
}

function Item({ row, editing, children }: ItemProps): ReactNode {
  const { item } = row;
  if (item === null) {
    return (
      <li className={styles.row}>
        <h3 className={styles.groupName}>{row.label}</h3>
        <span className={styles.groupLane} />
      </li>
    );
  }
  return (
    <li className={styles.row}>
      <span className={styles.name} title={`${item.id} ${row.label}. ${item.outcome}`}>
        <span className={styles.id}>{item.id}</span> {row.label}
      </span>
      <NumberField
        hiddenLabel
        label={`Effort of ${item.id}`}
        unit="weeks of one person"
        {...{ min: EFFORT.least, max: EFFORT.most }}
        whole={false}
        value={item.effortWeeks}
        onCommit={(weeks) => editing.effort(item.id, weeks)}
      />
      {children}
    </li>
  );
}

/** The plan over its months: bars that are dragged or moved with the arrow keys, and what waits for what. */
export function RoadmapChart({ editing }: { readonly editing: RoadmapEditing }): ReactNode {
  const { plan, settings, move } = editing;
  const layout = layoutOf(plan, settings.start);
  const help = useId();
  const bars = useRef(new Map<string, HTMLElement>());
  const [chosen, setChosen] = useState('');
  const first = layout.rows.find(({ item }) => item !== null)?.key ?? '';
  // A plan of other gaps may have lost the chosen item.
  const active = plan.items.some(({ id }) => id === chosen) ? chosen : first;
  const count = layout.months.length;
  const style: ChartStyle = { '--months': count };
  return (
    <>
      <p className={styles.help} id={help}>
        Drag a bar, or focus it and use ← and → (with Shift three months at once); Page Up and Page Down go to the other
        pieces of work. Thin lines lead from a piece of work to what waits for it.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled can be reached by keyboard */}
      <section className={styles.scroll} aria-label="Roadmap by month" tabIndex={0}>
        <div className={styles.chart} style={style}>
          <RoadmapHead months={layout.months} />
          <div className={styles.body}>
            <Lines layout={layout} active={active} />
            <ul className={styles.rows}>
              {layout.rows.map((row) => (
                <Item key={row.key} row={row} editing={editing}>
                  {row.item !== null && (
                    <RoadmapBar
                      item={row.item}
                      start={settings.start}
                      months={count}
                      horizon={plan.horizonMonths}
                      active={row.key === active}
                      describedBy={help}
                      element={(node) => {
                        if (node) bars.current.set(row.key, node);
                        else bars.current.delete(row.key);
                      }}
                      onFocus={() => setChosen(row.key)}
                      onMove={(month) => move(row.key, month)}
                      onNeighbour={(step) => bars.current.get(neighbour(layout.rows, row.key, step))?.focus()}
                    />
                  )}
                </Item>
              ))}
            </ul>
          </div>
          <RoadmapLoad months={layout.months} people={plan.people} />
        </div>
      </section>
    </>
  );
}
