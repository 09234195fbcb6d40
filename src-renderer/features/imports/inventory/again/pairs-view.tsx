import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { InventoryPreview } from '#contract/imports/imports';
import { Panel } from '../../../../components/ui/panel';
import { formatCount, formatNumber } from '../../../../lib/format';
import type { Request } from '../../use-import-draft';
import css from './again.module.css';
import { addAnswers, answerUnit, takeBack } from './draft-answers';
import { PairCard } from './pair-card';
import { openPairs, openQuestions, type Pair, sameAs, sayThemselves, undisputed } from './pairs';
import { usePairAnswers } from './use-pair-answers';

interface PairsViewProps {
  readonly preview: InventoryPreview;
  /** Names of the rows that were asked about, by their keys: also of those that have been answered. */
  readonly names: ReadonlyMap<string, string>;
  readonly request: Request;
  readonly answer: (edit: (request: Request) => Request) => void;
}

const AT_ONCE = 8;
/** The others come as these are answered. */
const QUESTIONS_AT_ONCE = 4;
const ANSWER_WORDS = { same: 'same', different: 'different', later: 'later', leave_out: 'left out' } as const;

/** Rows that may be models that we have, card by card; what is said is kept for the next file. */
export function PairsView({ preview, names, request, answer }: PairsViewProps): ReactNode {
  const [limit, setLimit] = useState(AT_ONCE);
  const pairs = openPairs(preview, request.answers ?? []);
  const { same, all, setCard } = usePairAnswers(pairs, answer);
  const shown = pairs.slice(0, limit);
  return (
    <div className={css.body}>
      <div className={css.cards}>
        {shown.map((pair) => (
          <PairCard
            key={pair.rowKey}
            pair={pair}
            same={(place) => same(pair, place)}
            different={() => all(pair, 'different')}
            later={() => all(pair, 'later')}
            setCard={setCard}
          />
        ))}
        {pairs.length === 0 ? (
          <p className={css.note}>No row waits: each has been answered, or is like no model of yours.</p>
        ) : null}
        {pairs.length > limit ? (
          <Button variant="default" onClick={() => setLimit(limit + AT_ONCE)}>
            {formatNumber(pairs.length - limit)} more
          </Button>
        ) : null}
      </div>
      <div className={css.side}>
        <Themselves pairs={pairs} answer={answer} />
        <Questions asks={preview.asks} request={request} answer={answer} />
        <Answered names={names} request={request} answer={answer} />
        <Next pairs={pairs.slice(limit, limit + 6)} />
      </div>
    </div>
  );
}

type Answering = Pick<PairsViewProps, 'request' | 'answer'>;

function Questions({ asks, request, answer }: Answering & Pick<InventoryPreview, 'asks'>): ReactNode {
  const open = openQuestions(asks, request.unitAnswers ?? []);
  if (open.length === 0) return null;
  const sure = undisputed(open);
  return (
    <Panel
      title={`Units, asked once: ${formatNumber(open.length)}`}
      hint="Then for every row of this and each later file"
    >
      {sure.length > 1 ? (
        <Button
          variant="default"
          size="compact-sm"
          className={`${css.allYes} ${css.wraps}`}
          onClick={() =>
            answer((before) =>
              answerUnit(
                before,
                sure.flatMap(({ aliases }) => aliases),
              ),
            )
          }
        >
          Yes to the {formatNumber(sure.length)} on which none differs
        </Button>
      ) : null}
      <ul className={css.lines}>
        {open.slice(0, QUESTIONS_AT_ONCE).map(({ unit, scope, means, aliases, sentence, rows }) => (
          <li key={`${scope} ${unit}`} className={css.question}>
            <div>
              {sentence}
              <div className="mf-muted">{formatCount(rows, 'row')} of the file</div>
            </div>
            <div className={css.yesNo}>
              {aliases.map((alias, at) => (
                <Button
                  key={alias.full}
                  variant="default"
                  size="compact-sm"
                  aria-label={`Yes: ${unit} is ${means[at] ?? alias.full}`}
                  onClick={() => answer((before) => answerUnit(before, [alias]))}
                >
                  {aliases.length === 1 ? 'Yes' : (means[at] ?? alias.full)}
                </Button>
              ))}
              <Button
                variant="default"
                size="compact-sm"
                aria-label={`No: ${unit} is another unit`}
                onClick={() =>
                  answer((before) =>
                    answerUnit(
                      before,
                      aliases.map((alias) => ({ ...alias, kind: 'not_same' })),
                    ),
                  )
                }
              >
                No
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Themselves({ pairs, answer }: { readonly pairs: readonly Pair[] } & Pick<Answering, 'answer'>): ReactNode {
  const sure = sayThemselves(pairs);
  if (sure.length === 0) return null;
  return (
    <Panel
      title={`${formatNumber(sure.length)} ${sure.length === 1 ? 'says' : 'say'} it ${sure.length === 1 ? 'itself' : 'themselves'}`}
      hint="The row gives its earlier name, or the number of yours, and fits no other"
    >
      <Button
        variant="default"
        size="compact-sm"
        onClick={() =>
          answer((before) =>
            addAnswers(
              before,
              sure.flatMap((pair) => sameAs(pair, 0)),
            ),
          )
        }
      >
        Same for {sure.length === 1 ? 'it' : `all ${formatNumber(sure.length)}`}
      </Button>
    </Panel>
  );
}

function Answered({ names, request, answer }: Answering & Pick<PairsViewProps, 'names'>): ReactNode {
  const answers = request.answers ?? [];
  const rows = [...new Map(answers.map((one) => [one.rowKey, one])).values()].toReversed();
  const units = request.unitAnswers?.length ?? 0;
  if (rows.length === 0 && units === 0) return null;
  return (
    <Panel
      title={`Answered: ${formatNumber(rows.length + units)}`}
      hint="Stored with the import; until then each can be taken back"
    >
      <ul className={css.lines}>
        {rows.slice(0, 5).map(({ rowKey, answer: said }) => (
          <li key={rowKey}>
            <span className="mf-cut" title={names.get(rowKey)}>
              {names.get(rowKey) ?? 'A row'}: {ANSWER_WORDS[said]}
            </span>
            <Button variant="default" size="compact-sm" onClick={() => answer((before) => takeBack(before, rowKey))}>
              Take back
            </Button>
          </li>
        ))}
        {units > 0 ? (
          <li>
            <span>{formatCount(units, 'answer')} about units</span>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => answer((before) => ({ ...before, unitAnswers: [] }))}
            >
              Take back
            </Button>
          </li>
        ) : null}
      </ul>
    </Panel>
  );
}

function Next({ pairs }: { readonly pairs: readonly Pair[] }): ReactNode {
  if (pairs.length === 0) return null;
  return (
    <Panel title="Next" hint="The surest first">
      <ul className={css.lines}>
        {pairs.map(({ rowKey, name, unit }) => (
          <li key={rowKey}>
            <span className="mf-cut">{name}</span>
            <span className={`mf-muted mf-cut ${css.nextUnit}`}>{unit}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
