import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useCommand } from '../../../client/use-command';
import { useChannel } from '../../../client/use-query';
import { PageHeader } from '../../../components/ui/page-header';
import { Panel } from '../../../components/ui/panel';
import { EmptyState, ErrorState, Loading } from '../../../components/ui/states';
import { AssessmentRow } from './assessment-row';
import type { AssessmentHead } from './assessment-types';
import styles from './assessments.module.css';
import { compareProblem, historyHeadline, historySubline } from './history-words';

const NUMBERS = ['Level', 'Target', 'Mean, 0 to 3', 'To target', 'Answered'] as const;

function HistoryTable({ heads, children }: { readonly heads: number; readonly children: ReactNode }): ReactNode {
  return (
    <table className="mf-table">
      <caption className="mf-hidden">{heads} assessments, the newest first</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="mf-hidden">Compare</span>
          </th>
          <th scope="col">Assessment</th>
          <th scope="col">Date</th>
          <th scope="col">Status</th>
          {NUMBERS.map((label) => (
            <th key={label} scope="col" className="mf-number">
              {label}
            </th>
          ))}
          <th scope="col">
            <span className="mf-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** What an assessment gives, and the way into the first. */
function NoAssessment(): ReactNode {
  const navigate = useNavigate();
  return (
    <EmptyState
      title="Which level do you need, and which do you have?"
      action={{ label: 'Start an assessment', run: () => void navigate({ to: '/assessments/start' }) }}
      other={{ label: 'Vendor scorecard', run: () => void navigate({ to: '/assessments/vendors' }) }}
    >
      <p>
        An assessment takes the number of models and how often they are updated and says which maturity level they need.
        Thirty questions in six components, five more where generative AI is in use, then say which level you have,
        where it falls short, and in which order to close the gaps over 12 to 24 months.
      </p>
      <p>Each claim stands beside what this portfolio itself can show. It can be left and gone on with at any time.</p>
    </EmptyState>
  );
}

function History({ heads }: { readonly heads: readonly AssessmentHead[] }): ReactNode {
  const navigate = useNavigate();
  const remove = useCommand('assessments.remove');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const selected = heads.filter(({ id }) => chosen.has(id));
  const problem = compareProblem(selected.length);
  const select = (id: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  // The oldest first: a comparison reads from then to now.
  const ids = selected
    .toSorted((a, b) => a.startedAt.localeCompare(b.startedAt))
    .map(({ id }) => id)
    .join(',');
  return (
    <>
      <PageHeader
        headline={historyHeadline(heads)}
        subline={historySubline(heads)}
        actions={
          <>
            <Link to="/assessments/vendors" className={styles.vendors}>
              Vendor scorecard
            </Link>
            <Button
              variant="default"
              disabled={problem !== ''}
              title={problem || undefined}
              onClick={() => void navigate({ to: '/assessments/compare', search: { ids } })}
            >
              {selected.length > 1 ? `Compare ${selected.length}` : 'Compare'}
            </Button>
            <Button onClick={() => void navigate({ to: '/assessments/start' })}>Start an assessment</Button>
          </>
        }
      />
      <Panel title="Assessments" hint="The newest first. An open one goes on where it was left.">
        <div className={styles.scroll}>
          <HistoryTable heads={heads.length}>
            {heads.map((head) => (
              <AssessmentRow
                key={head.id}
                head={head}
                selected={chosen.has(head.id)}
                onSelect={(on) => select(head.id, on)}
                onRemove={() => void remove.run({ id: head.id })}
              />
            ))}
          </HistoryTable>
        </div>
      </Panel>
    </>
  );
}

/** The history of assessments. */
export function AssessmentsPage(): ReactNode {
  const { data, error, refetch } = useChannel('assessments.list', {});
  if (error !== null && data === undefined) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={8} label="Reading the assessments" />;
  if (data.assessments.length === 0) return <NoAssessment />;
  return <History heads={data.assessments.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))} />;
}
