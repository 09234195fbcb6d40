import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { useChannel } from '../../client/use-query';
import { runCommand } from '../../commands/registry';
import { GovernanceTabs } from '../../components/governance/governance-tabs';
import { SheetsMenu } from '../../components/governance/sheets-menu';
import { PageHeader } from '../../components/ui/page-header';
import { Panel } from '../../components/ui/panel';
import { EmptyState, ErrorState, Loading } from '../../components/ui/states';
import { formatDate } from '../../lib/format';
import type { GovernanceSearch } from '../../lib/governance-search';
import { utcToday } from '../../lib/utc-today';
import { AnswersDialog } from './answers-dialog';
import styles from './governance.module.css';
import { type Completeness, headlineOf, packChoices, shownLines, sublineOf } from './governance-words';
import { LinesTable } from './lines-table';
import { ModelsPanel } from './models-panel';
import { OrganisationPanel } from './organisation-panel';
import { SideBySide } from './side-by-side';
import { UnitsPanel } from './units-panel';
import { WorkListMenu } from './work-list-menu';

const DEFAULT_PACK = 'eu-ai-act';

interface ShownProps {
  readonly found: Completeness;
  readonly units: Output<'governance.units'>['units'];
  readonly search: GovernanceSearch;
  readonly choices: ReturnType<typeof packChoices>;
  readonly hasQuestions: boolean;
  readonly onSearch: (next: GovernanceSearch) => void;
}

function Shown({ found, units, search, choices, hasQuestions, onSearch }: ShownProps): ReactNode {
  const [classifying, setClassifying] = useState(false);
  const lines = shownLines(found);
  const open = lines.find(({ id }) => id === search.line) ?? lines.find(({ missing }) => missing > 0) ?? lines[0];
  // Before it is said where most units belong, that is the first thing to do.
  const asksUnits = found.scopeUnknown > found.models / 2;
  const classes = new Map(found.classes.map(({ value, label }) => [value, label]));
  const show = (id: string): void => onSearch({ ...search, line: id });
  const heads = (there: string, later: string) => [there, later] as const;
  return (
    <div className={styles.page}>
      <GovernanceTabs />
      <PageHeader headline={headlineOf(found)} subline={sublineOf(found)} />
      <div className={styles.actions}>
        <NativeSelect
          aria-label="Held against"
          value={found.pack.line}
          data={[...choices]}
          onChange={(event) => onSearch({ ...withoutLine(search), pack: event.currentTarget.value })}
        />
        <TextInput
          aria-label="On the day"
          type="date"
          value={found.day}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value !== '') onSearch(value === utcToday() ? withoutDay(search) : { ...search, at: value });
          }}
        />
        <Button variant="default" onClick={() => onSearch({ ...withoutLine(search), beside: '' })}>
          Several side by side
        </Button>
        <WorkListMenu packs={[found.pack.line]} day={found.day} />
        <SheetsMenu at={search.at} what={`All models as of ${formatDate(found.day)}`} />
        {hasQuestions ? (
          <Button variant="default" onClick={() => setClassifying(true)} disabled={found.models === 0}>
            Classify…
          </Button>
        ) : null}
      </div>
      <div className={styles.panels}>
        <div className={styles.column}>
          <Panel title="What it asks for" hint={`${found.pack.issuer}. ${found.pack.who}`}>
            <LinesTable
              title="Answers"
              lines={lines.filter(({ what }) => what === 'field')}
              heads={heads('There', 'Later')}
              open={open?.id}
              onOpen={show}
            />
            <LinesTable
              title="Duties"
              lines={lines.filter(({ what }) => what === 'duty')}
              heads={heads('Shown', 'Due')}
              open={open?.id}
              onOpen={show}
            />
            <p className={styles.note}>{found.pack.disclaimer}</p>
          </Panel>
        </div>
        <div className={styles.column}>
          {asksUnits ? <UnitsPanel units={units} /> : null}
          {open === undefined ? null : (
            <ModelsPanel
              key={open.id}
              line={open}
              pack={found.pack.line}
              edition={`${found.pack.id}@${found.pack.edition}`}
              at={found.day}
              classes={classes}
            />
          )}
          {asksUnits ? null : <UnitsPanel units={units} />}
          <OrganisationPanel />
        </div>
      </div>
      {classifying ? (
        <AnswersDialog
          pack={found.pack}
          rows={found.rows}
          models={found.models}
          onClose={() => setClassifying(false)}
        />
      ) : null}
    </div>
  );
}

const withoutLine = ({ line: _line, ...rest }: GovernanceSearch): GovernanceSearch => rest;
const withoutDay = ({ at: _at, ...rest }: GovernanceSearch): GovernanceSearch => rest;

/** What one dated text asks of each model, what shows it, and what is missing on a day. */
export function GovernancePage(): ReactNode {
  const search: GovernanceSearch = useSearch({ from: '/governance' });
  const navigate = useNavigate();
  const at = search.at === undefined ? {} : { at: search.at };
  const packs = useChannel('governance.packs', at);
  const units = useChannel('governance.units', {});
  const found = useChannel('governance.completeness', { pack: search.pack ?? DEFAULT_PACK, ...at });
  const info = useChannel('portfolio.info', {});
  const failed = found.error ?? packs.error ?? units.error;
  if (info.data?.models === 0)
    return (
      <EmptyState
        title="There are no models yet"
        action={{ label: 'Import a spreadsheet', run: () => runCommand('file.import') }}
      >
        This page holds the portfolio against dated texts (the EU AI Act, OSFI E-23, SR 26-2 and others): what each asks
        of a model, from when, and what shows it.
      </EmptyState>
    );
  if (!(found.data && packs.data && units.data)) {
    if (failed)
      return <ErrorState error={failed} title="It could not be compared" retry={() => void found.refetch()} />;
    return <Loading rows={12} label="Comparing the portfolio with the text" />;
  }
  const beside = (search.beside ?? '').split(',').filter((line) => line !== '' && line !== found.data.pack.line);
  const go = (next: GovernanceSearch): void => void navigate({ to: '/governance', search: next, replace: true });
  if (search.beside !== undefined)
    return (
      <SideBySide
        lines={[found.data.pack.line, ...beside]}
        at={found.data.day}
        choices={packChoices(packs.data.packs)}
        search={search}
        onSearch={go}
      />
    );
  return (
    <Shown
      found={found.data}
      units={units.data.units}
      search={search}
      choices={packChoices(packs.data.packs)}
      hasQuestions={found.data.pack.questions > 0}
      onSearch={go}
    />
  );
}
