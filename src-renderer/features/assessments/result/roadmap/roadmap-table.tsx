import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RoadmapItem } from '#domain/assessments/roadmap-item';
import { NumberField } from '../number-field';
import { layoutOf } from './roadmap-layout';
import { EFFORT } from './roadmap-plan';
import styles from './roadmap-table.module.css';
import { monthName, spanWords } from './roadmap-words';
import type { RoadmapEditing } from './use-roadmap';

/** So many months behind the end of the plan can be chosen as a start. */
const ROOM = 12;

function Line({ item, editing }: { readonly item: RoadmapItem; readonly editing: RoadmapEditing }): ReactNode {
  const { plan, settings, move, effort } = editing;
  const count = Math.max(plan.months, plan.horizonMonths) + ROOM;
  return (
    <tr>
      <th scope="row" className={styles.name}>
        <span className={styles.id}>{item.id}</span> {item.title}
      </th>
      <td>
        <NativeSelect
          size="xs"
          className={styles.startSelect ?? ''}
          aria-label={`First month of ${item.id}`}
          value={String(item.startMonth)}
          onChange={(event) => move(item.id, Number(event.currentTarget.value))}
          data={Array.from({ length: count }, (_, month) => ({
            value: String(month),
            label: monthName(settings.start, month),
          }))}
        />
      </td>
      <td>
        {spanWords(settings.start, item)} <span className="mf-muted">({item.months})</span>
      </td>
      <td>
        <NumberField
          hiddenLabel
          label={`Effort of ${item.id}`}
          unit="weeks of one person"
          {...{ min: EFFORT.least, max: EFFORT.most }}
          whole={false}
          value={item.effortWeeks}
          onCommit={(weeks) => effort(item.id, weeks)}
        />
      </td>
      <td>{item.dependsOn.length === 0 ? <span className="mf-muted">nothing</span> : item.dependsOn.join(', ')}</td>
      <td>{item.outcome}</td>
    </tr>
  );
}

/** The same plan as rows, each editable without dragging. */
export function RoadmapTable({ editing }: { readonly editing: RoadmapEditing }): ReactNode {
  const { rows } = layoutOf(editing.plan, editing.settings.start);
  return (
    <table className="mf-table">
      <thead>
        <tr>
          <th scope="col">Piece of work</th>
          <th scope="col">Starts in</th>
          <th scope="col">When (months)</th>
          <th scope="col">Weeks of one person</th>
          <th scope="col">Waits for</th>
          <th scope="col">What will be true</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, item, label }) =>
          item === null ? (
            <tr key={key}>
              <th scope="rowgroup" colSpan={6} className={styles.group}>
                {label}
              </th>
            </tr>
          ) : (
            <Line key={key} item={item} editing={editing} />
          ),
        )}
      </tbody>
    </table>
  );
}
