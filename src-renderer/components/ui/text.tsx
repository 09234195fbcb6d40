import type { ReactNode } from 'react';
import type { DatePrecision } from '#domain/base/period';
import { formatDate, formatDated, formatDateTime, formatMoney } from '../../lib/format';

interface MoneyProps {
  /** Minor units (cents); `null`: nobody has said. */
  readonly minor: number | null;
  readonly currency: string;
}

export function Money({ minor, currency }: MoneyProps): ReactNode {
  if (minor === null) return <span className="mf-faint">not given</span>;
  return <span className="mf-money">{formatMoney(minor, currency)}</span>;
}

interface DateTextProps {
  /** A calendar date or an instant; `null`: not known. */
  readonly value: string | null;
  readonly withTime?: boolean;
  /** How exactly it is known; left out: to the day. */
  readonly precision?: DatePrecision;
  /** What stands there when the date is not known. */
  readonly unknown?: string;
}

export function DateText({
  value,
  withTime = false,
  precision = 'day',
  unknown = 'not known',
}: DateTextProps): ReactNode {
  if (value === null) return <span className="mf-faint">{unknown}</span>;
  if (precision !== 'day') {
    return <span title={`Known to the ${precision}, no finer`}>{formatDated(value, precision)}</span>;
  }
  return (
    <time dateTime={value} title={formatDateTime(value)}>
      {withTime ? formatDateTime(value) : formatDate(value)}
    </time>
  );
}
