import { oneOf } from '../../base/wording';
import type { SummaryFacts } from '../facts';
import type { ReportKit } from '../kit';

type Matter = SummaryFacts['attention'][number];

const MODELS = ['model', 'models'] as const;

/** What is asked for where a matter has to be settled; the title of a matter says what is wrong, not what to do. */
const ASKS: Readonly<Record<string, (count: string, one: boolean) => string>> = {
  unmonitored: (count) => `monitor ${count}`,
  silent: (count) => `find out why ${count} ${'sent no result'}`,
  drifted: (count, one) => `decide on ${count} that ${one ? 'has' : 'have'} drifted`,
  retraining_due: (count) => `retrain ${count}`,
  reviews_overdue: (count) => `hold ${count}`,
  reviews_due: (count) => `hold ${count}`,
  incidents_open: (count) => `close ${count}`,
  incidents_old: (count) => `close ${count}`,
  without_owner: (count) => `name an owner for ${count}`,
  without_tier: (count) => `give ${count} a tier`,
  monitoring_unknown: (count) => `say of ${count} whether anybody watches`,
  without_frequency: (count) => `note how often ${count} ${'change'}`,
  waiting_for_approval: (count) => `approve or return ${count}`,
  stalled: (count) => `decide on ${count} that stopped half way`,
};

const NOUNS: Readonly<Record<string, readonly [string, string]>> = {
  reviews_overdue: ['review overdue by its day', 'reviews overdue by their day'],
  reviews_due: ['review that is due', 'reviews that are due'],
  incidents_open: ['severe incident', 'severe incidents'],
  incidents_old: ['old incident', 'old incidents'],
};

/** A matter as what is asked; `null`: its title stands for itself. */
export function askOf({ write }: ReportKit, { kind, count, title }: Matter): string | null {
  const say = ASKS[kind];
  if (!say) return null;
  const tier = /\btier ([123])\b/.exec(title)?.[1];
  const [one, many] = NOUNS[kind] ?? MODELS;
  const noun = count === 1 ? one : many;
  const counted = `${count === 1 ? 'the' : `the ${write.count(count)}`} ${tier ? `tier ${tier} ` : ''}${noun}`;
  return say(
    kind === 'unmonitored' ? `${counted} that ${count === 1 ? 'is' : 'are'} not watched` : counted,
    count === 1,
  );
}

/** The most urgent asks in a phrase: `hold the 310 reviews overdue by their day and monitor the 3 tier 1 models that are not watched`. */
export function asksInWords(kit: ReportKit, most: number): string {
  const { attention } = kit.facts.summary;
  const asks = attention.flatMap((matter) => askOf(kit, matter) ?? []);
  return oneOf([...new Set(asks)].slice(0, most), 'and');
}
