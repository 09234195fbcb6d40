import { Button } from '@mantine/core';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { InventoryPreview } from '#contract/imports/imports';
import { useChannel } from '../../../../client/use-query';
import { Panel } from '../../../../components/ui/panel';
import { formatCount, formatNumber } from '../../../../lib/format';
import type { ImportDraft } from '../../use-import-draft';
import css from './again.module.css';
import type { ChangeCounts, GroupedRows } from './again-rows';
import type { BothSides } from './both-sides';
import { BothSidesBar } from './both-sides-bar';
import { ChangeList } from './change-list';
import type { Stands } from './change-row';
import { setDecisions } from './draft-answers';
import { type Filter, filterChips, listItems } from './list-items';
import { MissingPanel } from './missing-panel';
import { openPairs, openQuestions } from './pairs';
import { RulePanel } from './rule-panel';

/** What a person looks at of a file that comes again. */
export type View = 'changes' | 'pairs' | 'units' | 'owners';

interface ChangesViewProps {
  readonly draft: ImportDraft;
  readonly preview: InventoryPreview;
  readonly groups: GroupedRows;
  readonly changes: ChangeCounts;
  readonly asked: ReadonlySet<string>;
  readonly sides: BothSides;
  readonly retireOn: string;
  readonly setRetireOn: (day: string) => void;
  readonly today: string;
  readonly show: (view: View) => void;
}

const NONE: readonly never[] = [];

/** The bar of both sides, the filters, the rows, and beside them who is right. */
export function ChangesView(props: ChangesViewProps): ReactNode {
  const { draft, preview, groups, changes, asked, sides, retireOn, setRetireOn, today, show } = props;
  const { answer, request } = draft;
  const { data: info } = useChannel('portfolio.info', {});
  const [filter, setFilter] = useState<Filter>('changes');
  const items = useMemo(
    () => listItems(filter, preview, groups, changes, sides),
    [filter, preview, groups, changes, sides],
  );
  const decide = useCallback(
    (modelId: string, fields: readonly string[], stands: Stands) =>
      answer((before) => setDecisions(before, modelId, fields, stands)),
    [answer],
  );
  return (
    <>
      <div className={css.top}>
        <BothSidesBar sides={sides} />
        <div className={css.chips} role="toolbar" aria-label="Which rows are listed">
          {filterChips(preview, changes, sides).map((chip) => (
            <button
              key={chip.filter}
              type="button"
              className={css.chip}
              aria-pressed={chip.filter === filter}
              onClick={() => setFilter(chip.filter)}
            >
              {chip.label} <span className={css.chipCount}>{formatNumber(chip.count)}</span>
            </button>
          ))}
        </div>
      </div>
      <div className={css.body}>
        <ChangeList
          key={filter}
          items={items}
          rows={preview.sample}
          asked={asked}
          decisions={request.decisions ?? NONE}
          currency={info?.currency ?? 'EUR'}
          decide={decide}
        />
        <div className={css.side}>
          <RulePanel preview={preview} asked={asked} request={request} answer={answer} />
          <WaitingPanel draft={draft} preview={preview} show={show} />
          {sides.missing > 0 ? (
            <MissingPanel
              missing={sides.missing}
              models={preview.missingModels}
              retireOn={retireOn}
              setRetireOn={setRetireOn}
              today={today}
              look={() => setFilter('missing')}
              ask={() => show('owners')}
            />
          ) : null}
          <UnitsPanel preview={preview} show={show} />
        </div>
      </div>
    </>
  );
}

/** What waits for an answer, and is therefore neither added nor changed. */
function WaitingPanel({ draft, preview, show }: Pick<ChangesViewProps, 'draft' | 'preview' | 'show'>): ReactNode {
  const open = openPairs(preview, draft.request.answers ?? []);
  const questions = openQuestions(preview.asks, draft.request.unitAnswers ?? []).length;
  if (open.length === 0 && questions === 0 && preview.waiting === 0) return null;
  const probably = open.filter(({ band }) => band === 'probably').length;
  const hint = [
    open.length > 0 ? `${formatNumber(probably)} probably, ${formatNumber(open.length - probably)} to look at` : '',
    questions > 0 ? `${formatCount(questions, 'question')} about units to answer first` : '',
    'they wait and are not created twice',
  ];
  return (
    <Panel title={`${formatNumber(preview.waiting)} may be yours already`} hint={hint.filter(Boolean).join('; ')}>
      <Button variant="default" size="compact-sm" onClick={() => show('pairs')}>
        {open.length > 0 || questions > 0 ? 'Look at the pairs' : 'Look at the answers'}
      </Button>
    </Panel>
  );
}

function UnitsPanel({ preview, show }: Pick<ChangesViewProps, 'preview' | 'show'>): ReactNode {
  const { units } = preview;
  if (units.length === 0) return null;
  const of = (state: (typeof units)[number]['state']): number => units.filter((unit) => unit.state === state).length;
  const parts = [
    `${formatNumber(of('recognised'))} recognised`,
    of('hardly') > 0 ? `${formatNumber(of('hardly'))} hardly` : '',
    of('not_spoken_of') > 0 ? `${formatNumber(of('not_spoken_of'))} not spoken of` : '',
    of('new') > 0 ? `${formatNumber(of('new'))} new` : '',
  ];
  return (
    <Panel title={`Units: ${formatNumber(units.length)}`} hint={parts.filter(Boolean).join(', ')}>
      <Button variant="default" size="compact-sm" onClick={() => show('units')}>
        Look at the units
      </Button>
    </Panel>
  );
}
