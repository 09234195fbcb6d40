import { sayCount } from '../../base/wording';
import type { RegretParts } from '../options/decision-answer';
import { type LevelKey, sayLevel } from '../plan/inputs';
import type { OptionFigure } from './option-figures';
import { sayFactor } from './say-figure';

/** What has been run: shares and regrets come from the answer; left out: they are not opened. */
export interface Ran {
  readonly simulation: { readonly runs: number } | null;
  readonly levels: Readonly<
    Partial<
      Record<
        LevelKey,
        {
          readonly probabilityCheapest: number | null;
          readonly averageRegret: number | null;
          readonly regretParts: RegretParts | null;
        }
      >
    >
  >;
}

/** What an option costs more, by the level that costs least: it adds up to the regret, as the means do. */
function behindTerms({ behind }: RegretParts, regret: number, runs: number): string[] {
  if (behind.length === 0) return [];
  const terms = behind.map(({ runs: count, more }) => `${sayCount(count)} × ${sayFactor(more)}`);
  const by = behind.map(({ level, runs: count }) => `${sayCount(count)} in which ${sayLevel(level)} does`);
  return [
    `of runs in which another level costs least, ${by.join(', ')}, × what this one costs more there: (${terms.join(' + ')}) / ${sayCount(runs)} = ${sayFactor(regret)}`,
  ];
}

/**
 * The share of runs in which a level costs least, and what it costs on average above the least of each run.
 *
 * @param peopleKnown while nobody has said how many people today's way (`baseline`) takes, in how many runs it costs least is
 * not given
 */
export function runFigures(
  ran: Ran | null,
  level: LevelKey,
  { peopleKnown, baseline }: { readonly peopleKnown: boolean; readonly baseline: LevelKey },
): OptionFigure[] {
  const runs = ran?.simulation?.runs;
  const own = ran?.levels[level];
  if (runs === undefined || !own) return [];
  const { probabilityCheapest: share, averageRegret: regret, regretParts: parts } = own;
  const shares: OptionFigure[] =
    share === null || (level === baseline && !peopleKnown)
      ? []
      : [
          {
            key: 'share',
            value: share,
            words:
              'runs in which it costs least of the levels / all runs; every run draws each uncertain input of all levels once and prices all options with it',
            numbers: `${sayCount(share * runs)} / ${sayCount(runs)} = ${sayFactor(share)}`,
          },
        ];
  if (regret === null || parts === null) return shares;
  const { meanCost, meanLeast } = parts;
  return [
    ...shares,
    {
      key: 'regret',
      value: regret,
      words: 'mean of its present values over the runs − mean of the least present value of each run',
      numbers: [
        `${sayFactor(meanCost)} − ${sayFactor(meanLeast)} = ${sayFactor(regret)}`,
        ...(peopleKnown ? behindTerms(parts, regret, runs) : []),
      ].join('; '),
    },
  ];
}
