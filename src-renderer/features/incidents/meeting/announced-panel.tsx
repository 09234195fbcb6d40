import { NumberInput, UnstyledButton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Panel } from '../../../components/ui/panel';
import { formatCount, formatNumber } from '../../../lib/format';
import type { Announced } from '../incident-types';
import { AnnouncedRows, type Counted } from './announced-rows';
import styles from './meeting.module.css';
import { proportionWords } from './meeting-words';
import { RowsLink } from './rows-link';

/** The counts in a sentence; below ten there is no share to speak of. */
function finding(found: Announced): string {
  const watched = found.announced + found.notAnnounced;
  if (watched === 0) return 'No incident of a watched model: nothing can be said about alarms yet.';
  const few = watched < found.enough ? ` Fewer than ${found.enough}: no share is named.` : '';
  return `${formatNumber(found.announced)} of ${formatCount(watched, 'incident')} of watched models had an act alarm before.${few}`;
}

const shareWords = (share: Announced['recall'], enough: number): string =>
  share.rate === null ? `not said below ${enough} (n = ${share.n})` : proportionWords(share, '');

interface FigureProps {
  readonly label: string;
  readonly how?: string;
  readonly children: ReactNode;
}

function Figure({ label, how, children }: FigureProps): ReactNode {
  return (
    <div>
      <dt>
        {label}
        {how === undefined ? null : <span className={styles.how}>{how}</span>}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

interface AnnouncedProps {
  readonly found: Announced;
  readonly windows: number;
  readonly onWindows: (windows: number) => void;
}

/** Did drift announce what went wrong, and how many alarms were false? Each count opens its rows beside it. */
export function AnnouncedPanel({ found, windows, onWindows }: AnnouncedProps): ReactNode {
  const [counted, setCounted] = useState<Counted>('all');
  const { leadTime, enough, actDays } = found;
  const rows = (which: Counted, count: number): ReactNode => (
    <UnstyledButton
      className={styles.pick ?? ''}
      aria-pressed={which === counted}
      onClick={() => setCounted(which === counted ? 'all' : which)}
    >
      {formatNumber(count)}
    </UnstyledButton>
  );
  return (
    <Panel
      title="Drift before incident"
      hint={finding(found)}
      className={styles.full ?? ''}
      actions={
        <NumberInput
          aria-label="Measured days before an incident that are looked at"
          size="xs"
          className={styles.windows ?? ''}
          min={1}
          max={60}
          clampBehavior="strict"
          allowDecimal={false}
          suffix=" measured days before"
          value={windows}
          onChange={(value) => typeof value === 'number' && value >= 1 && value <= 60 && onWindows(value)}
        />
      }
    >
      <div className={styles.announced}>
        <dl className={styles.list}>
          <Figure label="Incidents announced by an alarm">{rows('announced', found.announced)}</Figure>
          <Figure label="Incidents without an alarm">{rows('not_announced', found.notAnnounced)}</Figure>
          <Figure label="Incidents of models not watched then">{rows('unwatched', found.unwatched)}</Figure>
          <Figure label="Incidents of no known model">
            <RowsLink filter={{ modelId: [null] }} title="of no known model, of all times">
              {formatNumber(found.withoutModel)}
            </RowsLink>
          </Figure>
          <Figure label="Alarms that an incident followed">{rows('followed', found.alarmsFollowed)}</Figure>
          <Figure label="False alarms">{rows('false', found.alarmsFalse)}</Figure>
          <Figure label="Alarms not decided yet">{rows('pending', found.alarmsPending)}</Figure>
          <Figure label="Share of incidents announced (recall)" how="announced ÷ (announced + without)">
            {shareWords(found.recall, enough)}
          </Figure>
          <Figure label="Share of alarms that were right (precision)" how="followed ÷ (followed + false)">
            {shareWords(found.precision, enough)}
          </Figure>
          <Figure
            label="The same by single days"
            how={`${formatNumber(actDays.followed)} followed, ${formatNumber(actDays.false)} false, ${formatNumber(actDays.pending)} not decided`}
          >
            {shareWords(found.dayPrecision, enough)}
          </Figure>
          <Figure label="Median time from alarm to incident" how="opening − first act among the days looked at">
            {leadTime.median === null
              ? `not said below ${enough} (n = ${leadTime.n})`
              : `${formatCount(Math.round(leadTime.median * 10) / 10, 'day')} (n = ${leadTime.n})`}
          </Figure>
        </dl>
        <AnnouncedRows found={found} counted={counted} />
      </div>
      <p className={styles.note}>
        An alarm is a run of measured days with the verdict act, counted once, on the day it began. It announces an
        incident when one of its days lies among the {windows} {windows === 1 ? 'measured day' : 'measured days'} of the
        model before the day of the opening; it is false when as many measured days passed after its last without an
        incident.
      </p>
    </Panel>
  );
}
