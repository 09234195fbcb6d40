import { TextInput } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import type { Preview } from '#contract/imports/imports';
import type { Problem } from '#contract/imports/parts';
import { StatusMark } from '../../components/ui/status-mark';
import { formatCount, formatNumber } from '../../lib/format';
import { codeWords, filterProblems, groupKey, type ProblemGroup } from './filter-problems';
import { EFFECTS, isEffect, rowWords } from './import-words';
import { VirtualTable } from './virtual-table';

interface ProblemListProps {
  readonly problems: readonly Problem[];
  /** All of them; the list may hold the first ones only. */
  readonly total: number;
  readonly groups: readonly ProblemGroup[];
  /** Where the rows of several sheets begin. */
  readonly parts?: Preview['parts'];
}

const COLUMNS = [
  { label: 'Row', width: '60px', numeric: true },
  { label: 'Column', width: '19%' },
  { label: 'Value', width: '19%' },
  { label: 'What, and what follows', width: 'auto' },
] as const;

function Effect({ effect }: { readonly effect: string }): ReactNode {
  if (!isEffect(effect)) return effect;
  return <StatusMark status={EFFECTS[effect].mark} label={EFFECTS[effect].label} />;
}

function Groups(props: {
  readonly groups: readonly ProblemGroup[];
  readonly chosen: string;
  readonly choose: (key: string) => void;
}): ReactNode {
  return (
    <ul className="mf-problem-groups" aria-label="Kinds of problems">
      {props.groups.map((group) => {
        const key = groupKey(group);
        return (
          <li key={key}>
            <button
              type="button"
              className="mf-problem-group"
              aria-pressed={props.chosen === key}
              title={`For example: ${group.message}`}
              onClick={() => props.choose(props.chosen === key ? '' : key)}
            >
              <Effect effect={group.effect} />
              <span className="mf-cut">
                {codeWords(group.code)}
                {group.column === '' ? null : <span className="mf-muted"> in {group.column}</span>}
              </span>
              <span className="mf-problem-count">{formatNumber(group.count)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Problems in groups with their counts, and each one with its row, column, value and reason. */
export function ProblemList({ problems, total, groups, parts = [] }: ProblemListProps): ReactNode {
  const [group, setGroup] = useState('');
  const [search, setSearch] = useState('');
  const chosen = groups.some((each) => groupKey(each) === group) ? group : '';
  const shown = useMemo(() => filterProblems(problems, chosen, search), [problems, chosen, search]);
  if (total === 0) return <p className="mf-muted mf-none">No problems: every cell that is used could be read.</p>;
  return (
    <div className="mf-problems">
      <Groups groups={groups} chosen={chosen} choose={setGroup} />
      <div className="mf-problem-main">
        <div className="mf-problem-tools">
          <TextInput
            type="search"
            aria-label="Filter the problems"
            placeholder="Filter by row, column, value or reason"
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <span className="mf-muted" role="status">
            {formatCount(shown.length, 'problem')} shown
            {problems.length < total
              ? `; the list holds the first ${formatNumber(problems.length)} of ${formatNumber(total)}`
              : ''}
          </span>
        </div>
        <VirtualTable label="Problems" columns={COLUMNS} count={shown.length}>
          {(index) => {
            const problem = shown[index];
            if (!problem) return [];
            return [rowWords(problem.row, parts), problem.column, problem.value, problem.message];
          }}
        </VirtualTable>
      </div>
    </div>
  );
}
