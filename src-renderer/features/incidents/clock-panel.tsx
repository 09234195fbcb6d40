import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { clockStrip } from '#domain/governance/clock-strip';
import { useCommand } from '../../client/use-command';
import { useChannel } from '../../client/use-query';
import { verifySentence } from '../../components/governance/verify-words';
import { Panel } from '../../components/ui/panel';
import { formatDate, formatDays } from '../../lib/format';
import { utcToday } from '../../lib/utc-today';
import styles from './clock.module.css';
import { ClockDialog, type ClockReport } from './clock-dialog';
import type { Incident } from './incident-types';
import '../../components/governance/governance-parts.css';

const LENGTH = 400;
const BAR = { y: 12, height: 12 };

function Strip({ report, today }: { readonly report: ClockReport; readonly today: string }): ReactNode {
  const strip = clockStrip({ ...report, today });
  const x = (at: number): number => 6 + at * (LENGTH - 12);
  const late = strip.end !== null && strip.daysLeft !== null && strip.daysLeft < 0;
  const until = strip.reported ?? strip.today;
  const end = strip.end;
  return (
    <svg className={styles.strip} viewBox={`0 0 ${LENGTH} 34`} preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.known} x={x(0)} width={Math.max(1, x(until) - x(0))} {...BAR} />
      {end !== null && !late && strip.reported === null ? (
        <rect className={styles.left} x={x(until)} width={Math.max(1, x(end.at) - x(until))} {...BAR} />
      ) : null}
      {end !== null && late ? (
        <rect className={styles.late} x={x(end.at)} width={Math.max(1, x(until) - x(end.at))} {...BAR} />
      ) : null}
      {strip.rings.map(({ day, at, label }) => (
        <circle key={`${day} ${label}`} className={styles.ring} cx={x(at)} cy={6} r={4} />
      ))}
      <line className={styles.today} x1={x(strip.today)} x2={x(strip.today)} y1={8} y2={30} />
      {end === null ? null : (
        <path className={late ? styles.endLate : styles.end} d={`M ${x(end.at)} 11 l 6 7 l -6 7 l -6 -7 z`} />
      )}
    </svg>
  );
}

/** Where it stands, in words. */
function standing(report: ClockReport, today: string): { readonly words: string; readonly tone: string } {
  const { status, due, reportedOn } = report;
  if (due === null) return { words: '▲ no class decided, so no day is due', tone: 'mf-gov-watch' };
  if (reportedOn !== null)
    return status === 'met'
      ? { words: `● reported in time, ${formatDate(reportedOn)}`, tone: 'mf-gov-ok' }
      : { words: `◆ reported late, ${formatDate(reportedOn)}; was due ${formatDate(due)}`, tone: 'mf-gov-act' };
  const { daysLeft } = clockStrip({ ...report, today });
  if (daysLeft !== null && daysLeft < 0)
    return { words: `◆ overdue since ${formatDate(due)}, ${formatDays(-daysLeft)}`, tone: 'mf-gov-act' };
  return {
    words: daysLeft === 0 ? '▲ due today' : `▲ due ${formatDate(due)}, ${formatDays(daysLeft ?? 0)} left`,
    tone: 'mf-gov-watch',
  };
}

function Clock({ report, onEdit }: { readonly report: ClockReport; readonly onEdit: () => void }): ReactNode {
  const remove = useCommand('governance.removeReport');
  const today = utcToday();
  const { words, tone } = standing(report, today);
  const others = report.classes.filter(({ value, due }) => value !== report.class && due !== null);
  return (
    <section className={styles.clock} aria-label={`${report.packName}, ${report.clockLabel}`}>
      <div className={styles.head}>
        <strong>{report.clockLabel}</strong>
        <span className="mf-muted">{report.packName}</span>
        <span className={tone}>{words}</span>
      </div>
      <p className="mf-gov-line">
        {report.ref}. Calendar days from awareness, the last one included.
        {report.effectiveFrom !== null && report.effectiveFrom > report.awareOn
          ? ` The text asks for such reports from ${formatDate(report.effectiveFrom)} on: this one is kept ahead of that.`
          : ''}
        {report.origin === 'shipped' ? '' : ' A text of your own.'}
        {report.verify === ''
          ? ''
          : report.verified.state === 'open'
            ? ` To verify in the official text: ${report.verify}`
            : ` ${verifySentence(report.verified, report.verify)}`}
      </p>
      <Strip report={report} today={today} />
      <ul className={styles.ends}>
        {others.map(({ value, label, days, due }) => (
          <li key={value}>
            ○ {label}: {days} days, {due === null ? '' : formatDate(due)}
            {due !== null && due < today ? ', passed' : ''}
          </li>
        ))}
      </ul>
      <dl className={styles.facts}>
        <dt>Aware</dt>
        <dd>{formatDate(report.awareOn)}</dd>
        <dt>Class</dt>
        <dd>{report.classLabel === '' ? 'not decided' : report.classLabel}</dd>
        <dt>Authority</dt>
        <dd className={report.authority === '' ? 'mf-gov-act' : ''}>
          {report.authority === '' ? '◆ not named' : report.authority}
        </dd>
        <dt>First report</dt>
        <dd>
          {report.reportedOn === null
            ? `not made${report.mayBeIncomplete ? '; may be incomplete' : ''}`
            : `${formatDate(report.reportedOn)}${report.reference === '' ? '' : `, ${report.reference}`}`}
        </dd>
        <dt>Final report</dt>
        <dd>{report.finalReportOn === null ? 'not made; follows the first' : formatDate(report.finalReportOn)}</dd>
      </dl>
      <div className={styles.acts}>
        <Button size="compact-sm" variant="default" onClick={onEdit}>
          {report.reportedOn === null ? 'Enter the report…' : 'Change…'}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          loading={remove.pending}
          onClick={() => void remove.run({ id: report.id })}
        >
          Delete
        </Button>
      </div>
    </section>
  );
}

/** What this incident owes to authorities, and when it runs out. */
export function ClockPanel({ incident }: { readonly incident: Incident }): ReactNode {
  const { data } = useChannel('governance.reports', { incidentId: incident.id }, { keepPrevious: false });
  const { data: known } = useChannel('governance.clocks', {});
  const [editing, setEditing] = useState<ClockReport | 'new' | null>(null);
  const reports = data?.reports ?? [];
  const running = new Set(reports.map(({ pack, clock }) => `${pack} ${clock}`));
  const free = (known?.clocks ?? []).filter(({ pack, clock }) => !running.has(`${pack} ${clock}`));
  return (
    <Panel
      title="Reports to authorities"
      hint="By the texts that ship; help, not advice"
      actions={
        free.length === 0 ? null : (
          <Button size="compact-sm" variant="default" onClick={() => setEditing('new')}>
            Start a clock…
          </Button>
        )
      }
    >
      {reports.length === 0 ? (
        <p className="mf-muted">
          No clock runs.{' '}
          {incident.reportable === 'yes' ? 'It is called reportable: say since when somebody is aware.' : ''}
        </p>
      ) : (
        reports.map((report) => <Clock key={report.id} report={report} onEdit={() => setEditing(report)} />)
      )}
      {editing === null ? null : (
        <ClockDialog
          incidentId={incident.id}
          clocks={free}
          detectedOn={(incident.detectedAt ?? incident.openedAt).slice(0, 10)}
          {...(editing === 'new' ? {} : { report: editing })}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}
