import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { VendorOffer } from '#contract/assessments';
import { sayMonth } from '#domain/base/calendar';
import { levelKeys } from '#domain/scenarios/plan/inputs';
import { Panel } from '../../../components/ui/panel';
import { formatCompactMoney, formatRoundMoney } from '../../../lib/format';
import type { Answer, LevelAnswer } from '../options/options-types';
import styles from '../options/options.module.css';
import { levelName, levelsIn } from '../page/level-words';
import type { Scenario } from '../page/scenario-types';
import { sayYears } from '../page/time-words';
import { type OfferLine, offerLines } from './offer-lines';

interface OffersPanelProps {
  readonly scenario: Scenario;
  readonly asked: Answer;
  readonly offers: readonly VendorOffer[];
}

const HEADS = [
  'Investment',
  'Platform and cost lines, first year',
  'Deepest point',
  'Paid back',
  'NPV against today’s way',
];

type Figures = Pick<
  LevelAnswer,
  'investment' | 'yearParts' | 'peakFunding' | 'paybackDate' | 'paybackVsL1' | 'npvVsL1'
>;

interface Amounts {
  readonly currency: string;
  /** Figures that count in an amount that comes of the plan's inputs. */
  readonly digits: number;
}

function Cells({ figures, currency, digits }: Amounts & { readonly figures: Figures }): ReactNode {
  const round = (value: number): string => formatRoundMoney(value, currency, digits);
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
  ];
  return said.map((text, at) => (
    <td key={HEADS[at]} className="mf-number">
      {text}
    </td>
  ));
}

function Line({ line, currency, digits }: Amounts & { readonly line: OfferLine }): ReactNode {
  const { offer, answer, why } = line;
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
        <td colSpan={HEADS.length + 1} className="mf-muted">
          Not comparable yet: {why}.
        </td>
      ) : (
        <>
          <Cells figures={answer} currency={currency} digits={digits} />
          <td className="mf-number">{formatRoundMoney(answer.npvVsBuild, currency, digits)}</td>
        </>
      )}
    </tr>
  );
}

/** Levels bought in place of built: beside the options, never among what costs least. */
export function OffersPanel({ scenario, asked, offers }: OffersPanelProps): ReactNode {
  const navigate = useNavigate();
  const { currency, inputs } = scenario;
  const lines = offerLines(offers, asked, levelKeys(inputs), currency);
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
                {HEADS.map((head) => (
                  <th key={head} scope="col" className="mf-number">
                    {head}
                  </th>
                ))}
                <th scope="col" className="mf-number">
                  NPV against building
                </th>
              </tr>
            </thead>
            <tbody>
              {built.map(([key, figures]) => (
                <tr key={key}>
                  <th scope="row">
                    <span className={styles.mark} data-level={key} aria-hidden />
                    {levelName(key)}, built
                  </th>
                  <Cells figures={figures} currency={currency} digits={scenario.result.digits} />
                  <td className="mf-number">–</td>
                </tr>
              ))}
              {lines.map((line) => (
                <Line key={line.offer.id} line={line} currency={currency} digits={scenario.result.digits} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
