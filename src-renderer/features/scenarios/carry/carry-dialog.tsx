import { Modal } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatMajor } from '../../../lib/format';
import scenarioStyles from '../page/scenario.module.css';
import { type CarriedModel, type Carry, carryLines, priceWords } from './carry-words';

interface CarryDialogProps {
  readonly row: CarriedModel;
  readonly carry: Carry;
  readonly onClose: () => void;
}

/** How what a model costs to carry comes about: its rows, their sum, and the value it is held against. */
export function CarryDialog({ row, carry, onClose }: CarryDialogProps): ReactNode {
  const { currency, people } = carry;
  const say = (value: number | null): string => (value === null ? 'not noted' : formatMajor(value, currency));
  const sums = [
    ['Costs to carry', row.carry === null ? 'not known: no run cost is noted' : say(row.carry)],
    ['Annual value, as noted', say(row.value)],
    ['Value less cost', row.balance === null ? 'not known' : say(row.balance)],
  ] as const;
  return (
    <Modal
      opened
      onClose={onClose}
      size={720}
      title={`${row.name}: cost to carry`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <ol className={scenarioStyles.lines}>
        {carryLines(row, people, currency).map(({ words, numbers, value, incidentId }) => (
          <li key={incidentId ?? 'run'} className={scenarioStyles.line}>
            <span className={scenarioStyles.lineWords}>
              {incidentId === undefined ? (
                words
              ) : (
                <Link to="/incidents/$incidentId" params={{ incidentId }}>
                  {words}
                </Link>
              )}
            </span>
            <strong className={scenarioStyles.lineValue}>{value === null ? '–' : formatMajor(value, currency)}</strong>
            <span className={scenarioStyles.lineNumbers}>{numbers}</span>
          </li>
        ))}
      </ol>
      <table className="mf-table">
        <tbody>
          {sums.map(([label, text]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="mf-number">{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={scenarioStyles.leavesOut}>{priceWords(carry)}</p>
    </Modal>
  );
}
