import { sayDay, utcDay } from '../base/calendar';
import { counted, verb } from '../base/wording';

/** A number of models and their updates in a year. */
export interface CountedSize {
  readonly models: number;
  readonly load: number;
  /** Models of which nobody has said how often they are updated. */
  readonly unknownFrequency: number;
}

export interface CountedInput {
  readonly source: 'portfolio' | 'typed';
  /** ISO instants; `finishedAt` is `null` while it is open. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** What the assessment was started with. */
  readonly start: CountedSize;
  /** Models in production when the rows behind the claims were counted; `null`: not kept. */
  readonly production: number | null;
  /** What the portfolio holds at this moment. */
  readonly today: CountedSize;
  /** ISO instant. */
  readonly now: string;
}

/** On which day an assessment counted what, each in a sentence. */
export interface CountedDays {
  /** Models and updates that the level is recommended for. */
  readonly size: string;
  /** The rows that claims are held against. */
  readonly evidence: string;
}

function updates({ models, load, unknownFrequency }: CountedSize): string {
  if (models === 0) return '';
  if (unknownFrequency >= models) return ' with unknown updates';
  return ` with ${unknownFrequency > 0 ? 'at least ' : ''}${counted(load, 'update')} a year`;
}

const say = (size: CountedSize): string => `${counted(size.models, 'model')}${updates(size)}`;

const differs = (a: CountedSize, b: CountedSize): boolean =>
  a.models !== b.models || Math.abs(a.load - b.load) > 1e-6 || a.unknownFrequency !== b.unknownFrequency;

/**
 * No count without its day: the size is that of the start, the rows behind the claims those of the finish, and what the
 * portfolio holds today is said where it is another.
 */
export function countedDays(input: CountedInput): CountedDays {
  const { source, startedAt, finishedAt, start, production, today, now } = input;
  const were = verb(start.models, 'was', 'were');
  const how = source === 'portfolio' ? 'counted in production' : 'typed in';
  const since = source === 'portfolio' ? differs(start, today) : today.models > 0 && differs(start, today);
  const later = since ? ` Today, ${sayDay(now)}, the portfolio counts ${say(today)}.` : '';
  const day = finishedAt ?? now;
  const when = finishedAt === null ? 'as of today' : 'when it was finished';
  const then = production === null ? '' : `, with ${counted(production, 'model')} in production`;
  const other =
    finishedAt !== null && production !== null && production !== today.models && utcDay(day) !== utcDay(now)
      ? ` Today it is ${counted(today.models, 'model')}.`
      : '';
  return {
    size: `${say(start)} ${were} ${how} on ${sayDay(startedAt)}, when it was started.${later}`,
    evidence: `Rows are those of ${sayDay(day)}, ${when}${then}.${other}`,
  };
}
