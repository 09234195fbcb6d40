import { addDays, daysFromTo } from '../base/calendar';

export interface StripInput {
  readonly awareOn: string;
  readonly due: string | null;
  readonly reportedOn: string | null;
  readonly today: string;
  readonly classes: readonly { readonly value: string; readonly label: string; readonly due: string | null }[];
  /** The class that was chosen; '' = none. */
  readonly class: string;
}

/** A place on the strip, 0 at the day of awareness, 1 at its end. */
export interface StripMark {
  readonly day: string;
  readonly at: number;
  readonly label: string;
  readonly passed: boolean;
}

export interface ClockStrip {
  readonly today: number;
  readonly reported: number | null;
  /** The end that counts; `null`: no class was chosen. */
  readonly end: StripMark | null;
  /** Where the other classes would end. */
  readonly rings: readonly StripMark[];
  /** Negative: so many days too late; `null`: no end, or it was reported. */
  readonly daysLeft: number | null;
}

/** The days from awareness to the last end of any class, and where today stands among them. */
export function clockStrip({ awareOn, due, reportedOn, today, classes, class: own }: StripInput): ClockStrip {
  const ends = classes.flatMap((one) => (one.due === null ? [] : [one.due]));
  const last = [...ends, today, reportedOn ?? ''].toSorted().at(-1) ?? awareOn;
  const length = Math.max(1, daysFromTo(awareOn, addDays(last, 1)));
  const at = (day: string): number => Math.min(1, Math.max(0, daysFromTo(awareOn, day) / length));
  const mark = (day: string, label: string): StripMark => ({ day, at: at(day), label, passed: day < today });
  const ofOwn = classes.find(({ value }) => value === own);
  return {
    today: at(today),
    reported: reportedOn === null ? null : at(reportedOn),
    end: due === null ? null : mark(due, ofOwn?.label ?? ''),
    rings: classes.flatMap((one) => (one.value === own || one.due === null ? [] : [mark(one.due, one.label)])),
    daysLeft: due === null || reportedOn !== null ? null : daysFromTo(today, due),
  };
}
