import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useChannel } from '../../client/use-query';
import { verifyAllWords } from '../../components/governance/verify-words';
import { PageHeader } from '../../components/ui/page-header';
import { Panel } from '../../components/ui/panel';
import { ErrorState, Loading } from '../../components/ui/states';
import { formatNumber } from '../../lib/format';
import type { GovernanceSearch } from '../../lib/governance-search';
import { utcToday } from '../../lib/utc-today';
import shared from './governance.module.css';
import styles from './side-by-side.module.css';
import { SideMap } from './side-map';
import {
  besideHeadline,
  besideSubline,
  type Column,
  fractionWords,
  ownerWords,
  shownColumns,
  sinceWords,
  tierWords,
  type Work,
} from './side-words';
import { WorkListMenu } from './work-list-menu';

const FIRST_WORK = 30;
const MOST_TEXTS = 10;

interface SideBySideProps {
  readonly lines: readonly string[];
  readonly at: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly search: GovernanceSearch;
  readonly onSearch: (next: GovernanceSearch) => void;
}

function WorkList({ items, at }: { readonly items: readonly Work[]; readonly at: string }): ReactNode {
  const [all, setAll] = useState(false);
  const days = [...new Set(items.map(({ since }) => sinceWords(since, utcToday())))];
  const shown = all ? items : items.slice(0, FIRST_WORK);
  if (items.length === 0) return <p className="mf-muted">Nothing is missing on this day.</p>;
  return (
    <>
      {days.map((day) => {
        const own = shown.filter(({ since }) => sinceWords(since, utcToday()) === day);
        if (own.length === 0) return null;
        return (
          <section key={day} aria-label={day}>
            <h3 className={styles.day}>{day}</h3>
            <ul className={styles.work}>
              {own.map((item) => (
                <li key={`${item.since} ${item.column}`}>
                  <Link to="/governance" search={{ pack: item.packs[0] ?? '', line: lineIn(item), at }}>
                    {item.label}
                  </Link>
                  <span className="mf-muted">
                    {item.per === 'organisation' ? '' : `${tierWords(item)} · `}
                    {ownerWords(item)}
                  </span>
                  <span className="mf-muted">
                    {item.refs.join('; ')}
                    {item.verify ? ` · ${verifyAllWords(item.verified)}` : ''}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {items.length > FIRST_WORK && !all ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          Show all {formatNumber(items.length)}
        </Button>
      ) : null}
    </>
  );
}

const lineIn = ({ lines }: Work): string => lines[0] ?? '';

/** Several texts from one inventory: what each asks of whom, what is missing, and from when. */
export function SideBySide({ lines, at, choices, search, onSearch }: SideBySideProps): ReactNode {
  const [what, setWhat] = useState<Column['what']>('field');
  const found = useChannel('governance.map', { packs: [...lines], at, rows: { tier: 1, limit: 100 } });
  const work = useChannel('governance.worklist', { packs: [...lines], at });
  const failed = found.error ?? work.error;
  if (failed) return <ErrorState error={failed} title="It could not be compared" retry={() => void found.refetch()} />;
  if (!(found.data && work.data)) return <Loading rows={12} label="Comparing the portfolio with the texts" />;
  const { beside: _beside, ...one } = search;
  const toggle = (line: string, on: boolean): void => {
    const next = on ? [...lines, line] : lines.filter((known) => known !== line);
    const [first, ...rest] = next;
    if (first !== undefined) onSearch({ ...search, pack: first, beside: rest.join(',') });
  };
  const columns = shownColumns(found.data, what);
  return (
    <div className={shared.page}>
      <PageHeader headline={besideHeadline(found.data)} subline={besideSubline(found.data)} wideSubline />
      <div className={shared.actions}>
        <Button variant="default" onClick={() => onSearch(one)}>
          One text
        </Button>
        <TextInput
          aria-label="On the day"
          type="date"
          value={found.data.day}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value !== '') onSearch({ ...search, at: value });
          }}
        />
        <NativeSelect
          aria-label="What is shown"
          value={what}
          data={[
            { value: 'field', label: 'Answers' },
            { value: 'duty', label: 'Duties' },
          ]}
          onChange={(event) => setWhat(event.currentTarget.value === 'duty' ? 'duty' : 'field')}
        />
        <WorkListMenu packs={lines} day={found.data.day} />
      </div>
      <div className={shared.panels}>
        <div className={shared.column}>
          <Panel title="Texts" hint="Of each the answers that are there, of those there and missing">
            <ul className={styles.texts}>
              {choices.map(({ value, label }) => {
                const text = found.data.texts.find(({ line }) => line === value);
                return (
                  <li key={value}>
                    <Checkbox
                      label={label}
                      checked={lines.includes(value)}
                      disabled={lines.includes(value) ? lines.length === 1 : lines.length >= MOST_TEXTS}
                      onChange={(event) => toggle(value, event.currentTarget.checked)}
                    />
                    {text === undefined ? null : (
                      <Link className={styles.share} to="/governance" search={{ pack: text.line, at: found.data.day }}>
                        {fractionWords(text[what === 'field' ? 'fields' : 'duties'])}
                      </Link>
                    )}
                  </li>
                );
              })}
            </ul>
          </Panel>
          <Panel
            title={what === 'field' ? 'What is known of each model' : 'What is shown of each model'}
            hint="Tier 1 by name, the rest folded; what more than one text asks for stands first"
          >
            {columns.length === 0 ? (
              <p className="mf-muted">Asked of none of the models.</p>
            ) : (
              <SideMap found={found.data} columns={columns} at={found.data.day} />
            )}
          </Panel>
        </div>
        <div className={shared.column}>
          <Panel title="What is missing, by date" hint="Then by what concerns tier 1">
            <WorkList items={work.data.items} at={found.data.day} />
          </Panel>
        </div>
      </div>
    </div>
  );
}
