import { type ReactNode, useState } from 'react';
import { useChannel } from '../../../client/use-query';
import { runCommand } from '../../../commands/registry';
import { PageHeader } from '../../../components/ui/page-header';
import { EmptyState, ErrorState, Loading } from '../../../components/ui/states';
import styles from './carry.module.css';
import { CarryDialog } from './carry-dialog';
import { CarryTable } from './carry-table';
import { basisWords, type CarriedModel, type Carry, headlineOf } from './carry-words';
import { PlanPanel } from './plan-panel';

/** Who is chosen: those that the plan has, until somebody chooses otherwise. */
function useChosen({ plan, rows }: Carry) {
  const [own, setOwn] = useState<ReadonlySet<string> | null>(null);
  const there = new Set(rows.map(({ id }) => id));
  const chosen = [...(own ?? new Set(plan?.chosen ?? []))].filter((id) => there.has(id));
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setOwn(next);
  };
  return { chosen: new Set(chosen), toggle, reset: () => setOwn(null) };
}

function Models({ carry }: { readonly carry: Carry }): ReactNode {
  const { chosen, toggle, reset } = useChosen(carry);
  const [opened, setOpened] = useState<CarriedModel | null>(null);
  return (
    <div className={styles.page}>
      <PageHeader headline={headlineOf(carry)} subline={basisWords(carry)} wideSubline />
      <div className={styles.panels}>
        <CarryTable carry={carry} chosen={chosen} toggle={toggle} open={setOpened} />
        <PlanPanel carry={carry} chosen={chosen} done={reset} />
      </div>
      {opened === null ? null : <CarryDialog row={opened} carry={carry} onClose={() => setOpened(null)} />}
    </div>
  );
}

/** What each model in production costs a year against the value noted of it, and which to retire in the plan. */
export function CarryPage(): ReactNode {
  const { data, error, refetch } = useChannel('scenarios.carry', {});
  if (!data) {
    if (error) return <ErrorState error={error} title="The costs could not be read" retry={() => void refetch()} />;
    return <Loading rows={12} label="Adding up what models cost" />;
  }
  if (data.rows.length === 0)
    return (
      <EmptyState
        title="No model is in production yet"
        action={{ label: 'Import a spreadsheet', run: () => runCommand('file.import') }}
      >
        This page holds what each model in production costs a year, with its incidents, against the value that is noted
        of it, and says which may be retired and why. It counts from the first model that is deployed.
      </EmptyState>
    );
  return <Models carry={data} />;
}
