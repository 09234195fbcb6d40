import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { oneOf } from '#domain/base/wording';
import { useChannel } from '../../../client/use-query';
import { Chart } from '../../../components/chart/chart';
import { PageHeader } from '../../../components/ui/page-header';
import { Panel } from '../../../components/ui/panel';
import { EmptyState, ErrorState, Loading } from '../../../components/ui/states';
import { AddressViews } from '../../../components/views/address-views';
import { compareChart, shownAtFirst } from '../charts/compare-chart';
import { shapeOf } from '../inputs/input-shape';
import { leftOutWords } from '../list/list-words';
import { CautionsList } from '../page/cautions-list';
import styles from '../page/scenario.module.css';
import type { Comparing } from '../page/scenario-types';
import { compareHeadline, resultRows, sharedCautions } from './compare-rows';

const ALIKE = 'Each in its own comparison, over its own years, counted from its own start.';

const KIND_WORDS = { assumption: 'assumed', measured: 'measured', entered: 'entered' } as const;

function Heads({ scenarios }: Pick<Comparing, 'scenarios'>): ReactNode {
  return (
    <thead>
      <tr>
        <th scope="col">
          <span className="mf-hidden">What</span>
        </th>
        {scenarios.map(({ id, name, chosen, preset }) => (
          <th key={id} scope="col" className="mf-number">
            <Link to="/investment/$scenarioId" params={{ scenarioId: id }}>
              {name}
            </Link>
            {chosen ? <span className={styles.planMark}>● the plan</span> : null}
            {preset === 'article' ? <span className={styles.storyMark}>a story, not a forecast</span> : null}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Inputs({ scenarios, inputs }: Comparing): ReactNode {
  if (inputs.length === 0) return <p className="mf-muted">Their inputs are the same.</p>;
  return (
    <div className={styles.scroll}>
      <table className="mf-table">
        <caption className="mf-hidden">Inputs that differ</caption>
        <Heads scenarios={scenarios} />
        <tbody>
          {inputs.map(({ path, label, values, kinds }) => (
            <tr key={path}>
              <th scope="row">{label}</th>
              {scenarios.map(({ id, currency }, at) => {
                const value = values[at] ?? null;
                const kind = kinds[at] ?? null;
                return (
                  <td key={id} className="mf-number">
                    {value === null ? '–' : (shapeOf(path, currency)?.say(value) ?? value)}
                    {kind === null ? null : <span className={styles.kind}>{KIND_WORDS[kind]}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Results({ scenarios }: Pick<Comparing, 'scenarios'>): ReactNode {
  return (
    <div className={styles.scroll}>
      <table className="mf-table">
        <caption className="mf-hidden">Results side by side</caption>
        <Heads scenarios={scenarios} />
        <tbody>
          {resultRows(scenarios).map(({ label, values }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {values.map((value, at) => (
                <td key={scenarios[at]?.id} className="mf-number">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What each has saved so far; one that would flatten the others is left out until somebody asks for it. */
function Saved({ scenarios }: Pick<Comparing, 'scenarios'>): ReactNode {
  const first = useMemo(() => new Set(shownAtFirst(scenarios).map(({ id }) => id)), [scenarios]);
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const shown = chosen ?? first;
  const chart = useMemo(() => compareChart(scenarios, (id) => shown.has(id)), [scenarios, shown]);
  const toggle = (id: string): void => {
    const next = new Set(shown);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const flat = scenarios.filter(({ id }) => !first.has(id) && !shown.has(id)).map(({ name }) => `“${name}”`);
  return (
    <Panel title="What is saved so far" hint="Running sum of the undiscounted flows of each scenario">
      <fieldset className={styles.whatIfs}>
        <legend className={styles.whatIfsLabel}>In the picture</legend>
        {scenarios.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className={styles.whatIf}
            aria-pressed={shown.has(id)}
            onClick={() => toggle(id)}
          >
            {name}
          </button>
        ))}
        {flat.length > 0 ? (
          <span className="mf-muted">{oneOf(flat, 'and')} would make flat lines of the others.</span>
        ) : null}
      </fieldset>
      <Chart title="What is saved so far" content={chart} height={264} />
    </Panel>
  );
}

function Compared(comparing: Comparing): ReactNode {
  const { scenarios, cautions } = comparing;
  const warnings = useMemo(() => sharedCautions(scenarios), [scenarios]);
  return (
    <>
      <PageHeader
        headline={compareHeadline(scenarios)}
        subline={[...cautions, leftOutWords(scenarios)].filter((text) => text !== '').join(' ') || ALIKE}
        actions={<AddressViews page="investmentCompare" />}
      />
      <CautionsList cautions={warnings} />
      <div className={styles.stack}>
        <Panel title="Results" hint="Each scenario’s own comparison">
          <Results scenarios={scenarios} />
        </Panel>
        <Saved scenarios={scenarios} />
        <Panel title="Inputs that differ" hint={`${comparing.inputs.length} of them; all others are the same`}>
          <Inputs {...comparing} />
        </Panel>
      </div>
    </>
  );
}

/** Scenarios side by side: what differs in what goes in, and in what comes out. */
export function ComparePage(): ReactNode {
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const ids = ('ids' in search && typeof search.ids === 'string' ? search.ids : '')
    .split(',')
    .filter((id) => id !== '');
  const { data, error, refetch } = useChannel('scenarios.compare', { ids }, { enabled: ids.length >= 2 });
  const all = { label: 'All scenarios', run: () => void navigate({ to: '/investment' }) };
  if (ids.length < 2) {
    return (
      <EmptyState title="Two scenarios are needed" action={all}>
        Tick two or more scenarios in the list, then compare them.
      </EmptyState>
    );
  }
  if (error !== null && data === undefined)
    return <ErrorState error={error} retry={() => void refetch()} action={all} />;
  if (data === undefined) return <Loading rows={12} label="Comparing" />;
  return <Compared {...data} />;
}
