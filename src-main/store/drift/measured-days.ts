import { type DayVerdicts, VERDICT_CODES, verdictOfCode } from '#domain/drift/day-verdicts';
import type { DriftVerdict } from '#domain/drift/vocabulary';
import type { MeasuredDays } from '#domain/incidents/announced';

const LEVEL = 7;

/** The days on which there is a result, and which of them say *act*; days behind today have not come yet. */
export function measuredDays({ firstDay, codes }: DayVerdicts, today: number): MeasuredDays {
  const days: number[] = [];
  const act: boolean[] = [];
  codes.forEach((code, place) => {
    if (code === 0 || firstDay + place > today) return;
    days.push(firstDay + place);
    act.push((code & LEVEL) === VERDICT_CODES.act);
  });
  return { days, act };
}

/** Each day with a result and its verdict. */
export function listVerdictDays(
  { firstDay, codes }: DayVerdicts,
  from: number,
  to: number,
): readonly { readonly day: number; readonly verdict: DriftVerdict }[] {
  return [...codes].flatMap((code, place) => {
    const day = firstDay + place;
    return code === 0 || day < from || day > to ? [] : [{ day, verdict: verdictOfCode(code) }];
  });
}
