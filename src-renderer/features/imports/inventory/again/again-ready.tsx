import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { InventoryPreview, Mapping } from '#contract/imports/imports';
import { sentenceOf } from '../../../../client/call';
import { useChannel } from '../../../../client/use-query';
import { PageHeader } from '../../../../components/ui/page-header';
import { formatCount, formatNumber } from '../../../../lib/format';
import { localDay } from '../../../../lib/local-day';
import type { ReadyProps } from '../../use-import-draft';
import { DutyNote } from '../duty-note';
import { toldBeside } from '../duty-words';
import css from './again.module.css';
import { countChanges, groupRows } from './again-rows';
import { addLabel, againHeadline } from './again-words';
import { bothSides } from './both-sides';
import { ChangesView, type View } from './changes-view';
import { OwnersView } from './owners-view';
import { openPairs, openQuestions } from './pairs';
import { PairsView } from './pairs-view';
import { retireMissing } from './retire-missing';
import { unitsHeadline } from './unit-groups';
import { UnitsView } from './units-view';
import { useRowNames } from './use-asked';

interface AgainReadyProps extends ReadyProps<InventoryPreview> {
  readonly mapping: Mapping;
  /** What has been asked since the file was opened. */
  readonly asked: ReadonlySet<string>;
  readonly showColumns: () => void;
}

/** An inventory that comes in again, before anything is stored: what is new, what changes, who is right, what waits. */
export function AgainReady({ draft, preview, apply, mapping, asked, showColumns }: AgainReadyProps): ReactNode {
  const navigate = useNavigate();
  const { data: info } = useChannel('portfolio.info', {});
  const [view, setView] = useState<View>('changes');
  const [retireOn, setRetireOn] = useState('');
  const { request, answer } = draft;
  const groups = useMemo(() => groupRows(preview.sample, asked), [preview.sample, asked]);
  const changes = useMemo(() => countChanges(preview, asked), [preview, asked]);
  const sides = bothSides(preview, info?.models ?? 0);
  const open = openPairs(preview, request.answers ?? []).length;
  const names = useRowNames(preview);
  const back = useCallback(() => setView('changes'), []);
  const nothing =
    preview.creates + preview.updates + (preview.duties?.changes ?? 0) + (preview.evidence?.fresh ?? 0) === 0;
  const answered =
    (request.answers?.length ?? 0) + (request.unitAnswers?.length ?? 0) + (request.decisions?.length ?? 0) > 0;
  const gone = preview.missingModels.filter(({ offered }) => !offered).map(({ modelId }) => modelId);
  const store = (): void => (retireOn !== '' && gone.length > 0 ? apply(() => retireMissing(gone, retireOn)) : apply());

  const headlines: Readonly<Record<View, string>> = {
    changes: againHeadline(preview, changes.contradicted),
    pairs: pairsHeadline(open, preview, request),
    units: unitsHeadline(preview.units),
    owners: `${formatCount(gone.length, 'model')} of yours ${gone.length === 1 ? 'is' : 'are'} not in the file: who knows why?`,
  };
  const sublines: Readonly<Record<View, string>> = {
    changes: `${preview.fileName} into ${formatCount(sides.models, 'model')}: nothing stored yet, nothing removed, one undo`,
    pairs: 'Nothing is joined by itself. Each answer is kept for the next file; the rows stay back until there is one.',
    owners:
      'A text for each owner, to copy or as a mail draft. Nothing is sent from here, and every model stays as it is.',
    units: 'Look here before the missing and the new: a unit that is written otherwise makes both.',
  };
  return (
    <div className={css.again} aria-busy={draft.waiting}>
      <div>
        <PageHeader
          headline={headlines[view]}
          subline={sublines[view]}
          actions={
            view === 'changes' ? (
              <>
                <Button variant="default" onClick={showColumns}>
                  {columnsLabel(preview, mapping)}
                </Button>
                <Button variant="default" onClick={() => void navigate({ to: '/import' })}>
                  Cancel
                </Button>
                <Button disabled={(nothing && !answered) || draft.waiting || draft.error !== null} onClick={store}>
                  {nothing && answered ? 'Keep the answers' : addLabel(preview)}
                </Button>
              </>
            ) : (
              <Button onClick={back}>Back to the preview</Button>
            )
          }
        />
        {draft.error ? (
          <p className="mf-import-error" role="alert">
            {sentenceOf(draft.error)} The numbers below are those of before.
          </p>
        ) : null}
        {view === 'changes' && <DutyNote preview={preview} mapping={mapping} />}
        {view !== 'pairs' && preview.partial.length > 0 ? (
          <p className={css.notice} role="note">
            <b>This looks like a part of the inventory.</b> {preview.partial.join(' ')}
          </p>
        ) : null}
      </div>
      {view === 'changes' ? (
        <ChangesView
          draft={draft}
          preview={preview}
          groups={groups}
          changes={changes}
          asked={asked}
          sides={sides}
          retireOn={retireOn}
          setRetireOn={setRetireOn}
          today={localDay(new Date())}
          show={setView}
        />
      ) : null}
      {view === 'pairs' ? <PairsView preview={preview} names={names} request={request} answer={answer} /> : null}
      {view === 'units' ? <UnitsView units={preview.units} /> : null}
      {view === 'owners' ? <OwnersView preview={preview} /> : null}
    </div>
  );
}

function columnsLabel(preview: InventoryPreview, mapping: Mapping): string {
  const used = preview.columns.filter(
    ({ label }) => mapping.fields.some(({ columns }) => columns.includes(label)) || toldBeside(mapping, label) !== '',
  );
  return `Columns: ${formatNumber(used.length)} of ${formatNumber(preview.columns.length)}`;
}

function pairsHeadline(
  open: number,
  preview: InventoryPreview,
  request: ReadyProps<InventoryPreview>['draft']['request'],
): string {
  const decided = new Set((request.answers ?? []).map(({ rowKey }) => rowKey)).size;
  const questions = openQuestions(preview.asks, request.unitAnswers ?? []).length;
  const said = decided > 0 ? `; ${formatNumber(decided)} ${decided === 1 ? 'is' : 'are'} decided` : '';
  if (open > 0) return `${formatCount(open, 'row')} may be models that you already have${said}`;
  if (questions > 0) return `${formatCount(questions, 'question')} about units wait for an answer${said}`;
  return `No doubles are left${said}`;
}
