import { Button, Slider } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { baselineOf } from '#domain/scenarios/options/option-figures';
import type { Measured, Origin, Scenario } from '../page/scenario-types';
import { PeopleDialog } from '../people/people-dialog';
import type { InputEditing } from './input-editing';
import { sliderRange } from './input-shape';
import styles from './inputs.module.css';
import { NumberEdit } from './number-edit';
import { OriginChip } from './origin-chip';
import { originWords } from './origin-words';
import { RangeEdit } from './range-edit';
import { restingWords } from './range-words';
import { TrailPopover } from './trail-popover';

/** What the portfolio itself says, with its caution; taking it over keeps what was there in the trail. */
function TakeMeasured({
  measured,
  say,
  current,
  editing,
}: {
  readonly measured: Measured;
  readonly say: (value: number) => string;
  readonly current: number;
  readonly editing: InputEditing;
}): ReactNode {
  return (
    <div className={styles.offer}>
      <p>
        <strong>{say(current)}</strong> today, measured here ({measured.label.toLowerCase()}): {measured.numbers}.{' '}
        {measured.caution}
      </p>
      <div className={styles.buttons}>
        <Button size="compact-xs" onClick={() => editing.take(measured.key)}>
          Take the measured value
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => editing.openRows(measured)}>
          Its rows
        </Button>
      </div>
    </div>
  );
}

/** A measure as it was when it was taken over: its rows are those that the value was made of, not those of today. */
function asTaken(measured: Measured, origin: Extract<Origin, { kind: 'measured' }>): Measured {
  const { n, words, numbers, rows } = origin;
  return { ...measured, value: origin.measured, n, words, numbers, rows };
}

/** People per model of today's way are asked for in people: nobody counts them by the model. */
function AskPeople({ scenario, before }: { readonly scenario: Scenario; readonly before: () => Promise<void> }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="compact-xs" onClick={() => setAsking(true)}>
        Answer in people…
      </Button>
      {asking ? <PeopleDialog scenario={scenario} before={before} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

/** Everything about one input: the number, its range, where it comes from, and what it was before. */
export function InputEditor({
  path,
  name,
  editing,
}: {
  readonly path: string;
  readonly name: string;
  readonly editing: InputEditing;
}): ReactNode {
  const here = editing.at(path);
  const { shape, value, item, origin, range, whatIf, now } = here;
  if (!shape) return null;
  const { field, factor, unit, currency, sayWhole } = shape;
  const shown = value ?? field.otherwise ?? field.least;
  const slider = sliderRange(field, shown, range?.low ?? shown, range?.high ?? shown);
  // Two measures may speak of one input: what was released, and what was noted.
  const offers = editing.measured.flatMap((measured) => {
    const set = measured.sets.find((one) => one.path === path);
    return set ? [{ measured, current: set.value }] : [];
  });
  const taken = origin.kind === 'measured' ? offers.find(({ measured }) => measured.key === origin.measure) : undefined;
  return (
    <div className={styles.editor}>
      <div className={styles.edit}>
        <NumberEdit
          className={styles.editField}
          label={name}
          unit={unit}
          currency={currency}
          value={value === null ? null : value * factor}
          min={field.least * factor}
          max={field.most * factor}
          onCommit={(next) => {
            editing.change(path, next / factor);
            editing.settle();
          }}
        />
        <span className={styles.unit}>{unit}</span>
      </div>
      <Slider
        className={styles.slider}
        size="sm"
        label={null}
        thumbLabel={`${name}, ${unit}`}
        min={slider.min}
        max={slider.max}
        step={slider.step}
        value={shown}
        onChange={(next) => editing.change(path, next)}
      />
      {whatIf === null ? null : (
        <p className={styles.source}>
          <span className={styles.whatIfMark}>what if</span> The figures count with {sayWhole(whatIf)}; this is what is
          kept.
        </p>
      )}
      {here.derived ? (
        <p className={styles.source}>
          Worked out from other inputs, whose ranges are drawn: it follows them until you enter a number.{' '}
          {restingWords(here.resting, sayWhole, true)}
        </p>
      ) : (
        <RangeEdit path={path} shape={shape} now={here} editing={editing} />
      )}
      <p className={styles.source}>
        <OriginChip origin={origin} /> {originWords(origin, item?.by ?? '')}
        {origin.kind === 'assumption' && origin.note !== '' ? ` (${origin.note})` : ''}
      </p>
      {offers
        .filter((offer) => offer !== taken || now !== null)
        .map(({ measured, current }) => (
          <TakeMeasured key={measured.key} measured={measured} say={sayWhole} current={current} editing={editing} />
        ))}
      <div className={styles.buttons}>
        {path === `levels.${baselineOf(editing.scenario.inputs)}.operateFte` ? (
          <AskPeople scenario={editing.scenario} before={editing.settled} />
        ) : null}
        {field.otherwise === null && value !== null ? (
          <Button size="compact-xs" variant="default" onClick={() => editing.leaveOut(path)}>
            Leave it out
          </Button>
        ) : null}
        {origin.kind === 'assumption' || !item ? null : (
          <Button size="compact-xs" variant="default" onClick={() => editing.reset(path)}>
            Back to the default
          </Button>
        )}
        {taken && origin.kind === 'measured' ? (
          <Button size="compact-xs" variant="default" onClick={() => editing.openRows(asTaken(taken.measured, origin))}>
            Its rows
          </Button>
        ) : null}
        {item ? <TrailPopover item={item} shape={shape} /> : null}
      </div>
    </div>
  );
}
