import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { Panel } from '../../../components/ui/panel';
import { DateText } from '../../../components/ui/text';
import { formatNumber } from '../../../lib/format';
import styles from './changes.module.css';

type Group = Output<'overview.changes'>['groups'][number];
type Row = Group['rows'][number];

const FIRST = 8;

const EMPTY: Readonly<Record<Group['kind'], string>> = {
  came: 'No model came.',
  went: 'None was retired or deleted.',
  moved: 'None is in another stage.',
  drifted: 'None began or stopped to drift or to be silent.',
  incidents: 'None was opened or resolved.',
  decided: 'Nothing was approved, settled, finished or set.',
};

function Title({ row: { title, modelId, incidentId, assessmentId } }: { readonly row: Row }): ReactNode {
  if (incidentId !== null)
    return (
      <Link to="/incidents/$incidentId" params={{ incidentId }}>
        {title}
      </Link>
    );
  if (assessmentId !== null)
    return (
      <Link to="/assessments/$assessmentId/result" params={{ assessmentId }}>
        {title}
      </Link>
    );
  if (modelId !== null)
    return (
      <Link to="/models/$modelId" params={{ modelId }}>
        {title}
      </Link>
    );
  return title;
}

/** What changed in one way: name, from what to what, on which day where that is known. */
export function GroupPanel({ group }: { readonly group: Group }): ReactNode {
  const [all, setAll] = useState(false);
  const { kind, title, rows, total } = group;
  const shown = all ? rows : rows.slice(0, FIRST);
  return (
    <Panel title={title}>
      {rows.length === 0 ? (
        <p className="mf-muted">{EMPTY[kind]}</p>
      ) : (
        <ul className={styles.rows}>
          {shown.map((row) => (
            <li key={row.key} className={styles.row}>
              <span className={styles.title}>
                <Title row={row} />
              </span>
              <span className={styles.what}>
                {row.before !== '' && (
                  <>
                    <span className="mf-muted">{row.before}</span>
                    <span aria-hidden="true"> → </span>
                    <span className="mf-hidden"> became </span>
                  </>
                )}
                {row.after}
              </span>
              <span className={styles.day}>{row.at === null ? '' : <DateText value={row.at} />}</span>
            </li>
          ))}
        </ul>
      )}
      {rows.length > FIRST && (
        <button type="button" className={styles.all} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'The first only' : `All ${formatNumber(total)}`}
        </button>
      )}
      {all && total > rows.length && <p className="mf-muted">and {formatNumber(total - rows.length)} more</p>}
    </Panel>
  );
}
