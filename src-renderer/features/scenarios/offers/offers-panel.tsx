import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { sayMonth } from '#domain/base/calendar';
import { explainOffers } from '#domain/scenarios/explain/explain-offer';
import { explainOptions } from '#domain/scenarios/explain/explain-option';
import type { OptionFigureKey } from '#domain/scenarios/explain/option-figures';
import { houseYears } from '#domain/scenarios/options/plan-axis';
import { levelKeys } from '#domain/scenarios/plan/inputs';
import { Panel } from '../../../components/ui/panel';
import { formatCompactMoney, formatRoundMoney } from '../../../lib/format';
import { FigureDialog } from '../options/figure-dialog';
import type { OpenedOption } from '../options/option-opened';
import styles from '../options/options.module.css';
import type { LevelAnswer, Question } from '../options/options-types';
import type { Asked } from '../options/use-asked';
import { levelName, levelsIn } from '../page/level-words';
import type { Scenario } from '../page/scenario-types';
import { sayYears } from '../page/time-words';
import { type OfferLine, offerLines } from './offer-lines';

interface OffersPanelProps {
  readonly scenario: Scenario;
  readonly asked: Asked;
}

const HEADS: readonly { readonly label: string; readonly opens: OptionFigureKey }[] = [
  { label: 'Investment', opens: 'investment' },
  { label: 'Platform and cost lines, first year', opens: 'firstYear' },
  { label: 'Deepest point', opens: 'peakFunding' },
  { label: 'Paid back', opens: 'payback' },
  { label: 'NPV against today’s way', opens: 'npvVsL1' },
  { label: 'NPV against building', opens: 'npvVsBuild' },
];

type Figures = Pick<
  LevelAnswer,
  'investment' | 'yearParts' | 'peakFunding' | 'paybackDate' | 'paybackVsL1' | 'npvVsL1'
>;

interface CellsProps {
  readonly figures: Figures;
  /** `null`: it is the building itself. */
  readonly npvVsBuild: number | null;
  readonly name: string;
  readonly id: string;
  readonly scenario: Scenario;
  readonly open: (what: OpenedOption) => void;
}

function Cells({ figures, npvVsBuild, name, id, scenario, open }: CellsProps): ReactNode {
  const { currency, result } = scenario;
  const round = (value: number): string => formatRoundMoney(value, currency, result.digits);
  const money = (value: number): string => formatCompactMoney(value, currency);
  const { paybackDate: date, paybackVsL1: years } = figures;
  const back = date !== null ? sayMonth(date) : years === null ? 'not within the plan' : sayYears(years);
  const first = figures.yearParts[0];
  const said = [
    money(figures.investment),
    money((first?.platform ?? 0) + (first?.lines ?? 0)),
    round(figures.peakFunding),
    back,
    round(figures.npvVsL1),
    npvVsBuild === null ? null : round(npvVsBuild),
  ];
  return HEADS.map(({ label, opens }, at) => {
    const text = said[at] ?? null;
    return (
      <td key={opens} className="mf-number">
        {text === null ? (
          '–'
        ) : (
          <button
            type="button"
            className={styles.opens}
            aria-label={`${label}, ${name}: ${text}. How it comes about`}
            onClick={() => open({ kind: 'figure', id, key: opens })}
          >
            {text}
          </button>
        )}
      </td>
    );
  });
}

interface LineProps {
  readonly line: OfferLine;
  readonly scenario: Scenario;
  readonly open: (what: OpenedOption) => void;
}

function Line({ line: { offer, answer, id, why }, scenario, open }: LineProps): ReactNode {
  return (
    <tr>
      <th scope="row">
        {offer.name}
        <span className={styles.note}>
          {offer.incomplete ? '◆ incomplete: no governance in it' : '● has governance'}
          {offer.price === null ? '' : `, for level ${offer.price.level.slice(1)}`}
        </span>
      </th>
      {answer === null ? (
        <td colSpan={HEADS.length} className="mf-muted">
          Not comparable yet: {why}.
        </td>
      ) : (
        <Cells figures={answer} npvVsBuild={answer.npvVsBuild} name={offer.name} {...{ id, scenario, open }} />
      )}
    </tr>
  );
}

/** Where a figure of an offer, or of the building that it is held against, comes from. */
function OfferDialog({
  what,
  scenario,
  question,
  name,
  open,
}: {
  readonly what: OpenedOption;
  readonly scenario: Scenario;
  readonly question: Question;
  readonly name: string;
  readonly open: (what: OpenedOption | null) => void;
}): ReactNode {
  const all = useMemo(() => [...explainOptions(question), ...explainOffers(question)], [question]);
  return (
    <FigureDialog
      {...{ what, scenario, name, open }}
      explained={all.find(({ id }) => id === what.id) ?? null}
      label={(what.kind === 'figure' && HEADS.find(({ opens }) => opens === what.key)?.label) || ''}
      house={houseYears(question)}
    />
  );
}

/** Levels bought in place of built: beside the options, never among what costs least. */
export function OffersPanel({ scenario, asked: { question, answer: asked, offers } }: OffersPanelProps): ReactNode {
  const navigate = useNavigate();
  const { currency, inputs } = scenario;
  const lines = offerLines(offers, asked, levelKeys(inputs), currency);
  const [opened, setOpened] = useState<OpenedOption | null>(null);
  const built = levelsIn(asked.levels).filter(([key]) =>
    lines.some(({ offer, answer }) => answer !== null && offer.price?.level === key),
  );
  return (
    <Panel
      title="Build or buy"
      hint="The bill grows as the contract says, in place of inflation. Work, people and incidents are the level’s own: an offer that does not reach the level cannot be compared."
      actions={
        <Button size="xs" variant="default" onClick={() => void navigate({ to: '/assessments/vendors' })}>
          The offers
        </Button>
      }
    >
      {lines.length === 0 ? (
        <p className="mf-muted">No offer is written down yet. With its price it is held against building here.</p>
      ) : (
        <div className={styles.scroll}>
          <table className={`mf-table ${styles.grid}`}>
            <caption className="mf-hidden">Offers held against building</caption>
            <thead>
              <tr>
                <th scope="col">Offer</th>
                {HEADS.map(({ label, opens }) => (
                  <th key={opens} scope="col" className="mf-number">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {built.map(([key, figures]) => (
                <tr key={key}>
                  <th scope="row">
                    <span className={styles.mark} data-level={key} aria-hidden />
                    {levelName(key)}, built
                  </th>
                  <Cells
                    {...{ figures, scenario }}
                    npvVsBuild={null}
                    name={`${levelName(key)}, built`}
                    id={key}
                    open={setOpened}
                  />
                </tr>
              ))}
              {lines.map((line) => (
                <Line key={line.offer.id} line={line} scenario={scenario} open={setOpened} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {opened === null ? null : (
        <OfferDialog
          what={opened}
          {...{ scenario, question }}
          name={lines.find(({ id }) => id === opened.id)?.offer.name ?? `Level ${opened.id.slice(1, 2)}, built`}
          open={setOpened}
        />
      )}
    </Panel>
  );
}
