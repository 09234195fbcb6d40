import { Modal } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useChannel } from '../../client/use-query';
import { StageBadge } from '../../components/ui/stage-badge';
import { ErrorState, Loading } from '../../components/ui/states';
import { DateText } from '../../components/ui/text';
import { formatCount, formatDate, formatNumber } from '../../lib/format';
import { endOfDay, type RowsRequest } from './as-of';
import { rowsBehind } from './as-of-rows';
import styles from './overview.module.css';
import type { AsOfRow } from './overview-types';

/** More rows than anybody reads in a dialog would only make it slow; the count says how many there are. */
const ROWS_SHOWN = 500;

function RowsTable({ rows }: { readonly rows: readonly AsOfRow[] }): ReactNode {
  return (
    <div className={styles.rowsList}>
      <table className="mf-table">
        <thead>
          <tr>
            <th scope="col">Model</th>
            <th scope="col">Unit</th>
            <th scope="col">Stage then</th>
            <th scope="col">Since</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, ROWS_SHOWN).map((row) => (
            <tr key={row.id}>
              <td>
                <Link to="/models/$modelId" params={{ modelId: row.id }}>
                  {row.name}
                </Link>
              </td>
              <td>{row.unit}</td>
              <td>
                <StageBadge stage={row.stage} monitoring={row.monitoring} />
              </td>
              <td>
                <DateText value={row.stageSince} precision={row.stageSincePrecision} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowsThenDialogProps {
  readonly day: string;
  readonly request: RowsRequest;
  readonly onClose: () => void;
}

/** The rows behind a number of a past day: the portfolio page itself only knows today. */
export function RowsThenDialog({ day, request, onClose }: RowsThenDialogProps): ReactNode {
  const { data, error, refetch } = useChannel('portfolio.asOf', { at: endOfDay(day) });
  const rows = data === undefined ? [] : rowsBehind(data.rows, request.filter);
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': 'Close' }}
      size={860}
      title={`${request.title} as of ${formatDate(day)}`}
    >
      {error !== null && <ErrorState error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Loading rows={8} />}
      {data !== undefined && (
        <>
          <p className={styles.rowsCount}>
            {formatCount(rows.length, 'model')}
            {rows.length > ROWS_SHOWN && <>, the first {formatNumber(ROWS_SHOWN)} are shown</>}
          </p>
          <RowsTable rows={rows} />
        </>
      )}
    </Modal>
  );
}
