import { Checkbox, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import {
  FINDING_SEVERITIES,
  FINDING_SEVERITY_LABELS,
  FINDING_SOURCE_LABELS,
  FINDING_SOURCES,
  type FindingSeverity,
  type FindingSource,
} from '#domain/governance/vocabulary';
import { TIERS, type Tier } from '#domain/vocabulary';
import { call } from '../../../client/call';
import { useChannel } from '../../../client/use-query';
import { ageWords, dueWords } from '../../../components/governance/finding-words';
import { GovernanceTabs } from '../../../components/governance/governance-tabs';
import { ExportMenu } from '../../../components/table/export-menu';
import { PageHeader } from '../../../components/ui/page-header';
import { Panel } from '../../../components/ui/panel';
import { ErrorState, Loading } from '../../../components/ui/states';
import { TierMark } from '../../../components/ui/tier-mark';
import { formatCount, formatNumber } from '../../../lib/format';
import styles from './findings.module.css';
import '../../../components/governance/governance-parts.css';

type Register = Output<'findings.register'>;

function headlineOf({ total, overdue, ages }: Register): string {
  if (total === 0) return 'No finding is open of what is shown';
  const old = ages.at(-1)?.open ?? 0;
  const late = overdue === 0 ? 'none is overdue' : `${formatNumber(overdue)} overdue`;
  return `${formatCount(total, 'finding')}: ${late}${old > 0 ? `, ${formatNumber(old)} open for more than 180 days` : ''}`;
}

function Ages({ ages }: Pick<Register, 'ages'>): ReactNode {
  return (
    <dl className={styles.ages}>
      {ages.map(({ fromDays, toDays, open, severe }) => (
        <div key={fromDays}>
          <dt>{toDays === null ? `over ${fromDays - 1} days` : `${fromDays}–${toDays} days`}</dt>
          <dd>
            <strong>{formatNumber(open)}</strong>
            <span className="mf-muted"> {severe === 0 ? '' : `${formatNumber(severe)} critical or high`}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const ANY = '*';

/** What validations, audits and reviews found, over all models. */
export function FindingsPage(): ReactNode {
  const [asked, setAsked] = useState({
    severity: ANY,
    source: ANY,
    owner: ANY,
    unit: ANY,
    tier: ANY,
    overdue: false,
    closed: false,
  });
  const put = (part: Partial<typeof asked>): void => setAsked((before) => ({ ...before, ...part }));
  const wanted = {
    closed: asked.closed,
    ...(asked.severity === ANY ? {} : { severity: [asked.severity as FindingSeverity] }),
    ...(asked.source === ANY ? {} : { source: [asked.source as FindingSource] }),
    ...(asked.owner === ANY ? {} : { owner: asked.owner }),
    ...(asked.unit === ANY ? {} : { unit: asked.unit }),
    ...(asked.tier === ANY ? {} : { tier: [asked.tier === '' ? null : (Number(asked.tier) as Tier)] }),
    ...(asked.overdue ? { overdue: true as const } : {}),
  };
  const { data, error, refetch } = useChannel('findings.register', wanted);
  if (data === undefined) {
    if (error) return <ErrorState error={error} retry={() => void refetch()} />;
    return <Loading rows={12} label="Looking for findings" />;
  }
  const select = (
    label: string,
    name: 'severity' | 'source' | 'owner' | 'unit' | 'tier',
    choices: readonly { readonly value: string; readonly label: string }[],
  ): ReactNode => (
    <NativeSelect
      aria-label={label}
      value={asked[name]}
      data={[{ value: ANY, label: `${label}: all` }, ...choices]}
      onChange={(event) => put({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <div>
      <GovernanceTabs />
      <PageHeader
        headline={headlineOf(data)}
        subline={`${data.accepted > 0 ? `${formatNumber(data.accepted)} accepted until a day. ` : ''}A finding is noted, changed and closed on its model’s page, by evidence.`}
        actions={
          <ExportMenu
            of="finding"
            count={data.total}
            make={(target) => call('exports.findings', { ...target, ...wanted })}
          />
        }
      />
      <div className={styles.filters}>
        {select(
          'Severity',
          'severity',
          FINDING_SEVERITIES.map((value) => ({ value, label: FINDING_SEVERITY_LABELS[value] })),
        )}
        {select(
          'Found by',
          'source',
          FINDING_SOURCES.map((value) => ({ value, label: FINDING_SOURCE_LABELS[value] })),
        )}
        {select(
          'Owner',
          'owner',
          data.owners.map((value) => ({ value, label: value || 'Nobody named' })),
        )}
        {select(
          'Unit',
          'unit',
          data.units.map((value) => ({ value, label: value || 'No unit' })),
        )}
        {select('Tier', 'tier', [
          ...TIERS.map((tier) => ({ value: `${tier}`, label: `Tier ${tier}` })),
          { value: '', label: 'No tier' },
        ])}
        <Checkbox
          label="Overdue only"
          checked={asked.overdue}
          onChange={(event) => put({ overdue: event.currentTarget.checked })}
        />
        <Checkbox
          label="Closed too"
          checked={asked.closed}
          onChange={(event) => put({ closed: event.currentTarget.checked })}
        />
      </div>
      <Panel title="Open, by age" hint="Since the day on which it was found">
        <Ages ages={data.ages} />
      </Panel>
      <Panel
        title="Findings"
        hint="What is overdue first, then by severity, then by its day"
        className={styles.list ?? ''}
      >
        {data.rows.length === 0 ? (
          <p className="mf-muted">None of what is shown. Findings are noted on the page of a model.</p>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled can be reached by keyboard
          <section className={styles.scroll} aria-label="Findings, in rows" tabIndex={0}>
            <table className="mf-table">
              <caption className="mf-hidden">Findings</caption>
              <thead>
                <tr>
                  <th scope="col">Finding</th>
                  <th scope="col">Model</th>
                  <th scope="col">Severity</th>
                  <th scope="col">Found by</th>
                  <th scope="col">Owner</th>
                  <th scope="col">Age</th>
                  <th scope="col">Due</th>
                </tr>
              </thead>
              <tbody>
                {data.rows.map((row) => (
                  <tr key={row.id}>
                    <th scope="row" className={styles.title}>
                      {row.title}
                    </th>
                    <td>
                      <Link to="/models/$modelId" params={{ modelId: row.modelId }}>
                        {row.modelName}
                      </Link>{' '}
                      {row.tier === null ? null : <TierMark tier={row.tier} />}
                    </td>
                    <td>{FINDING_SEVERITY_LABELS[row.severity]}</td>
                    <td>{FINDING_SOURCE_LABELS[row.source]}</td>
                    <td>{row.owner || <span className="mf-muted">nobody named</span>}</td>
                    <td>{ageWords(row)}</td>
                    <td className={row.overdue ? 'mf-gov-act' : ''}>{dueWords(row)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
        {data.total > data.rows.length ? (
          <p className="mf-muted">
            The first {data.rows.length} of {formatCount(data.total, 'finding')}; the counts above are of all.
          </p>
        ) : null}
      </Panel>
    </div>
  );
}
