import { NumberInput, Switch } from '@mantine/core';
import { memo, type ReactNode, useCallback, useState } from 'react';
import { type HouseYears, houseYears, planYearName } from '#domain/scenarios/options/plan-axis';
import { horizonOf, type LevelKey, levelKeys } from '#domain/scenarios/plan/inputs';
import { MOST_YEARS } from '#domain/scenarios/plan/validate-inputs';
import { levelName } from '../page/level-words';
import type { Origin, Scenario } from '../page/scenario-types';
import type { ScenarioDraft } from '../page/use-scenario-draft';
import type { ScenarioView } from '../page/use-scenario-view';
import { FollowOffer } from './follow-offer';
import { IncidentQuestion } from './incident-question';
import { InputCell } from './input-cell';
import type { InputEditing } from './input-editing';
import { InputEditor } from './input-editor';
import { hasRow, INPUT_GROUPS, type InputGroup, type InputRow, pathsOfRow } from './input-groups';
import styles from './inputs.module.css';
import { OriginChip } from './origin-chip';
import { originChip, originCounts } from './origin-words';

interface RowProps {
  readonly row: InputRow;
  readonly levels: readonly LevelKey[];
  readonly years: number;
  readonly editing: InputEditing;
  readonly open: string | null;
  readonly toggle: (path: string) => void;
}

/** Numbers of years are of the plan's: with a start they say which months that is. */
function nameOf(row: InputRow, index: number, levels: readonly LevelKey[], house: HouseYears): string {
  if (row.kind === 'plan') return row.label;
  if (row.kind === 'year') return `${row.label} in ${planYearName(index + 1, house)}`;
  return `${levelName(levels[index] ?? 'L1')}: ${row.label.toLowerCase()}`;
}

function whichOf(row: InputRow, index: number, levels: readonly LevelKey[]): string {
  if (row.kind === 'plan') return '';
  return row.kind === 'year' ? `year ${index + 1} ` : `${levelName(levels[index] ?? 'L1').toLowerCase()} `;
}

/** The origin of numbers that all come from the same place; `null`: each has its own. */
function sharedOrigin([first, ...others]: readonly Origin[]): Origin | null {
  return first && others.every((origin) => originChip(origin) === originChip(first)) ? first : null;
}

/** Whether a line of the inputs reads as it did: a slider that moves draws its own line again, not all of them. */
function sameRow(before: RowProps, after: RowProps): boolean {
  const { row, levels, years, open } = after;
  if (before.levels.join() !== levels.join() || before.years !== years || before.toggle !== after.toggle) return false;
  const paths = pathsOfRow(row, levels, years);
  const isOpen = (path: string | null): boolean => path !== null && paths.includes(path);
  if (isOpen(before.open) || isOpen(open)) return false;
  return paths.every((path) => {
    const [was, is] = [before.editing.at(path), after.editing.at(path)];
    return (
      was.value === is.value &&
      was.origin === is.origin &&
      was.shape === is.shape &&
      was.whatIf === is.whatIf &&
      was.now?.value === is.now?.value
    );
  });
}

interface NowOffersProps {
  readonly paths: readonly string[];
  readonly name: (index: number) => string;
  /** Which of the numbers of its line; '' where it is the only one. */
  readonly which: (index: number) => string;
  readonly editing: InputEditing;
}

/** Where a measured number has another value today: what it is, and a click to take it. */
function NowOffers({ paths, name, which, editing }: NowOffersProps): ReactNode {
  return paths.map((path, index) => {
    const { now, shape } = editing.at(path);
    if (now === null || shape === null) return null;
    return (
      <button
        key={path}
        type="button"
        className={styles.now}
        title={`Its rows say ${shape.sayWhole(now.value)} today: take that value`}
        aria-label={`${name(index)}, now ${shape.sayWhole(now.value)}: take it`}
        onClick={() => editing.take(now.measured.key)}
      >
        {which(index)}now {shape.say(now.value)}
      </button>
    );
  });
}

const Row = memo(function Row({ row, levels, years, editing, open, toggle }: RowProps): ReactNode {
  const paths = pathsOfRow(row, levels, years);
  const opened = open === null ? -1 : paths.indexOf(open);
  const house = houseYears(editing.scenario.asked);
  const shared = row.kind === 'year' ? sharedOrigin(paths.map((path) => editing.at(path).origin)) : null;
  return (
    <div className={styles.row} data-kind={row.kind}>
      <span className={styles.rowLabel}>
        {row.label}
        {shared === null ? null : (
          <>
            {' '}
            <OriginChip origin={shared} />
          </>
        )}
        <NowOffers
          paths={paths}
          name={(index) => nameOf(row, index, levels, house)}
          which={(index) => whichOf(row, index, levels)}
          editing={editing}
        />
      </span>
      <div className={styles.cells}>
        {paths.map((path, index) => {
          const { shape, value, origin, whatIf } = editing.at(path);
          if (!shape) return null;
          return (
            <InputCell
              key={path}
              path={path}
              name={nameOf(row, index, levels, house)}
              shape={shape}
              value={value}
              whatIf={whatIf}
              origin={origin}
              chip={shared === null}
              open={path === open}
              onToggle={toggle}
            />
          );
        })}
      </div>
      {opened >= 0 && open !== null ? (
        <InputEditor path={open} name={nameOf(row, opened, levels, house)} editing={editing} />
      ) : null}
    </div>
  );
}, sameRow);

/** Open at first: what a portfolio differs in most. The others are a click away and say how many numbers they hold. */
const OPEN_AT_FIRST: ReadonlySet<string> = new Set(['plan', 'people', 'deploy', 'operate']);

function Group({ group, children }: { readonly group: InputGroup; readonly children: ReactNode }): ReactNode {
  const [open, setOpen] = useState(OPEN_AT_FIRST.has(group.id));
  return (
    <section className={styles.group} aria-label={group.title}>
      <button type="button" className={styles.groupHead} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span aria-hidden="true">{open ? '▾' : '▸'}</span> {group.title}
      </button>
      {/* Paper shows what is folded on the screen. */}
      {open ? children : <div className={styles.onPaper}>{children}</div>}
    </section>
  );
}

interface InputsPanelProps {
  readonly scenario: Scenario;
  readonly draft: ScenarioDraft;
  readonly editing: InputEditing;
  /** Years that are looked at. */
  readonly years: number;
  readonly view: Pick<ScenarioView, 'midYear' | 'look'>;
}

/** What goes in: every number with where it comes from, beside what it does. */
export function InputsPanel({ scenario, draft, editing, years, view }: InputsPanelProps): ReactNode {
  const [open, setOpen] = useState<string | null>(null);
  const toggle = useCallback((path: string) => setOpen((now) => (now === path ? null : path)), []);
  const levels = levelKeys(draft.inputs);
  const kept = horizonOf(draft.inputs);
  const { look, midYear } = view;
  const setYears = useCallback((next: number) => look({ years: next === kept ? null : next }), [look, kept]);
  const setMidYear = useCallback((on: boolean) => look({ midYear: on }), [look]);
  const { changedByWhatIfs } = editing;
  const say = { saved: 'Saved', waiting: 'Saving', held: 'Not saved: see above' } as const;
  return (
    <section className={styles.panel} aria-labelledby="what-goes-in">
      <header className={styles.head}>
        <h2 className="mf-panel-title" id="what-goes-in">
          What goes in
        </h2>
        <span className="mf-muted" role="status">
          {say[draft.saving]}
        </span>
        <p className={styles.counts}>
          {originCounts(scenario.origins)}
          {changedByWhatIfs > 0 ? `; the what-if changes ${changedByWhatIfs}` : ''}
        </p>
      </header>
      {draft.problems.length > 0 ? (
        <ul className={styles.problems} role="alert">
          {draft.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      ) : null}
      <FollowOffer scenario={scenario} />
      <IncidentQuestion scenario={scenario} draft={draft} editing={editing} />
      <div className={styles.groups}>
        {INPUT_GROUPS.map((group) => (
          <Group key={group.id} group={group}>
            {group.id === 'plan' ? <Horizon years={years} kept={kept} onChange={setYears} /> : null}
            {group.rows.some(({ kind }) => kind === 'level') ? (
              <div className={styles.levelHead} aria-hidden="true">
                {levels.map((key) => (
                  <span key={key}>{levelName(key)}</span>
                ))}
              </div>
            ) : null}
            {group.rows
              .filter((row) => hasRow(row, draft.inputs))
              .map((row) => (
                <Row
                  key={row.key}
                  row={row}
                  levels={levels}
                  years={years}
                  editing={editing}
                  open={open}
                  toggle={toggle}
                />
              ))}
            {group.id === 'money' ? <MidYear midYear={midYear} setMidYear={setMidYear} /> : null}
          </Group>
        ))}
      </div>
    </section>
  );
}

interface HorizonProps {
  readonly years: number;
  /** Those of the plan as it is kept. */
  readonly kept: number;
  readonly onChange: (years: number) => void;
}

/** Over how many years is looked; only saving the view changes the plan. */
const Horizon = memo(function Horizon({ years, kept, onChange }: HorizonProps): ReactNode {
  return (
    <div className={styles.row} data-kind="plan">
      <label className={styles.rowLabel} htmlFor="horizon">
        Years of the plan
        {years === kept ? null : <span className={styles.keptYears}>kept: {kept}</span>}
      </label>
      <NumberInput
        id="horizon"
        className={styles.horizon}
        min={1}
        max={MOST_YEARS}
        step={1}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        value={years}
        onChange={(next) => {
          if (typeof next === 'number' && next >= 1 && next <= MOST_YEARS) onChange(next);
        }}
      />
    </div>
  );
});

interface MidYearProps {
  readonly midYear: boolean;
  readonly setMidYear: (on: boolean) => void;
}

const MidYear = memo(function MidYear({ midYear, setMidYear }: MidYearProps): ReactNode {
  return (
    <Switch
      className={styles.switch}
      size="xs"
      label="Discount from the middle of each year"
      checked={midYear}
      onChange={(event) => setMidYear(event.currentTarget.checked)}
    />
  );
});
