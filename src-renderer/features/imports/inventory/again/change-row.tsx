import { memo, type ReactNode } from 'react';
import type { ChangeGroup } from '#domain/models/history/change-group';
import { STAGE_LABELS, STAGES } from '#domain/vocabulary';
import css from './again.module.css';
import { decidedFields, type Row, ruleField, standing, takesFile } from './again-rows';
import { detailWords, leadWords, ruleWord, sayChange } from './again-words';
import { type Axis, LifeLine } from './life-line';
import { MarkedText } from './marked-text';
import { Switch } from './switch';
import { wordDifference } from './word-difference';

export type Stands = 'ours' | 'file';

interface ChangeRowProps {
  readonly row: Row;
  readonly group: ChangeGroup | null;
  readonly asked: ReadonlySet<string>;
  /** What was said of this model's fields here, before the preview has followed. */
  readonly said: ReadonlyMap<string, Stands> | undefined;
  readonly currency: string;
  readonly axis: Axis | null;
  readonly open: boolean;
  readonly toggle: (row: number) => void;
  readonly decide: (modelId: string, fields: readonly string[], stands: Stands) => void;
}

const stageWord = (stage: string): string => {
  const known = STAGES.find((each) => each === stage);
  return known ? STAGE_LABELS[known] : stage;
};

const ACTION_WORDS: Readonly<Record<Row['action'], string>> = {
  create: 'New',
  update: 'Changed',
  unchanged: 'As you have it',
  wait: 'Waits: it may be one of yours',
  refuse: 'Refused',
};

/** `null` while nobody has said, or said different things of its parts. */
function stands(row: Row, fields: readonly string[], said: ChangeRowProps['said']): Stands | null {
  const answers = new Set(fields.map((field) => said?.get(field)));
  const [only] = answers;
  return answers.size === 1 && only !== undefined ? only : standing(row, fields);
}

interface WhoWinsProps {
  readonly row: Row;
  readonly fields: readonly string[];
  readonly label: string;
  readonly said: ChangeRowProps['said'];
  readonly decide: ChangeRowProps['decide'];
}

function WhoWins({ row, fields, label, said, decide }: WhoWinsProps): ReactNode {
  const { modelId } = row;
  if (modelId === null || fields.length === 0) return null;
  return (
    <Switch<Stands>
      label={label}
      options={[
        { value: 'ours', label: 'Ours' },
        { value: 'file', label: 'File', disabled: !fields.some(takesFile) },
      ]}
      value={stands(row, fields, said)}
      choose={(value) => decide(modelId, fields, value)}
    />
  );
}

/** Every change of a row in full, each with its own answer. */
function Changes({
  row,
  said,
  currency,
  decide,
}: Pick<ChangeRowProps, 'row' | 'said' | 'currency' | 'decide'>): ReactNode {
  return (
    <ul className={css.changes}>
      {row.changes.map((change) => {
        const { field, before, after, kind, why } = change;
        const words = sayChange(change, currency);
        const isText = !field.startsWith('move.') && before.length + after.length > 96;
        const texts = isText ? wordDifference(before, after) : null;
        const named = kind === '' ? field : `move.${kind}`;
        return (
          <li key={`${field} ${kind} ${after}`}>
            <div>
              {texts ? (
                <>
                  <b>{ruleWord(field)}</b>
                  <p>
                    <span className="mf-muted">Ours: </span>
                    {before === '' ? 'nothing' : <MarkedText stretches={texts.left} of="text" />}
                  </p>
                  <p>
                    <span className="mf-muted">File: </span>
                    <MarkedText stretches={texts.right} of="text" />
                  </p>
                </>
              ) : (
                <>
                  {words.before === '' ? 'nothing' : words.before} → <b>{words.after}</b>
                  {why === '' ? null : <p className="mf-muted">{why}</p>}
                </>
              )}
            </div>
            {field === 'monitored' ? null : (
              <WhoWins
                row={row}
                fields={[ruleField(change)]}
                label={`${ruleWord(named)} of ${row.name}`}
                said={said}
                decide={decide}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** One row of the file against what we have: who it is, its life, before → after, and who is right. */
export const ChangeRow = memo(function ChangeRow(props: ChangeRowProps): ReactNode {
  const { row, group, asked, said, currency, axis, open, toggle, decide } = props;
  const words = group ? leadWords(row, group, currency) : null;
  const detail = group ? detailWords(row, group) : '';
  return (
    <>
      <div className={css.row} data-group={group ?? row.action}>
        <div className={css.who}>
          {group ? (
            <button type="button" className={css.name} aria-expanded={open} onClick={() => toggle(row.row)}>
              {row.name}
            </button>
          ) : (
            <span className={css.plainName}>{row.name === '' ? 'no name' : row.name}</span>
          )}
          <span className={css.unit}>{row.unit === '' ? `row ${row.row}` : row.unit}</span>
        </div>
        <div className={css.lifeCell}>
          {axis && row.life.length > 0 ? <LifeLine life={row.life} axis={axis} /> : null}
        </div>
        <div className={css.words}>
          {words ? (
            <>
              <div className={css.beforeAfter}>
                {words.before} <span aria-hidden="true">→</span>
                <span className="mf-hidden"> becomes </span>{' '}
                <b className={css.after} data-short={words.after.length <= 26}>
                  {words.after}
                </b>
              </div>
              <div className={css.detail} title={detail}>
                {detail}
              </div>
            </>
          ) : (
            <>
              <div>{ACTION_WORDS[row.action]}</div>
              <div className={css.detail}>{stageWord(row.stage)}</div>
            </>
          )}
        </div>
        <div className={css.wins}>
          {group ? (
            <WhoWins
              row={row}
              fields={decidedFields(row, group, asked)}
              label={`What stands for ${row.name}`}
              said={said}
              decide={decide}
            />
          ) : null}
        </div>
      </div>
      {open && group ? <Changes row={row} said={said} currency={currency} decide={decide} /> : null}
    </>
  );
});
