import type { ReactNode } from 'react';
import styles from './roadmap.module.css';
import type { LayoutMonth } from './roadmap-layout';

const columns = (count: number): { gridTemplateColumns: string } => ({
  gridTemplateColumns: `repeat(${count}, minmax(0, 1fr))`,
});

/** Years and months over the plan; a month after the wanted end looks and says so. */
export function RoadmapHead({ months }: { readonly months: readonly LayoutMonth[] }): ReactNode {
  return (
    <div className={styles.head} aria-hidden="true">
      <span className={styles.corner}>
        <span>Piece of work</span>
        <span>Weeks</span>
      </span>
      <span className={styles.monthNames} style={columns(months.length)}>
        {months.map(({ index, short, year, beyondHorizon }) => (
          <span
            key={index}
            className={styles.monthName}
            data-beyond={beyondHorizon}
            data-january={year !== ''}
            data-third={index % 3 === 0}
          >
            <span className={styles.year}>{year}</span>
            <span className={styles.short}>{short}</span>
          </span>
        ))}
      </span>
    </div>
  );
}

/** How many pieces of work are under way in each month; more than there are people is marked by shape and word. */
export function RoadmapLoad({
  months,
  people,
}: {
  readonly months: readonly LayoutMonth[];
  readonly people: number;
}): ReactNode {
  return (
    <div className={styles.load}>
      <span className={styles.loadName}>At work, of {people}</span>
      <ol className={styles.loads} style={columns(months.length)}>
        {months.map(({ index, name, busy, overloaded }) => (
          <li key={index} className={styles.busy} data-overloaded={overloaded} title={`${name}: ${busy} of ${people}`}>
            <span className="mf-hidden">{name}: </span>
            {overloaded && <span aria-hidden="true">▲</span>}
            {busy > 0 ? busy : <span className="mf-hidden">0</span>}
            {overloaded && <span className="mf-hidden">, overloaded</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}
