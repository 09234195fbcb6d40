import type { SampleCalendar } from './calendar';
import type { Step } from './step';
import { ANSWERS, PANEL, REMARKS } from './story/assessment-answers';
import { PEOPLE } from './story/people';

/** Days of the two workshops, a year apart. */
export const FIRST_ASSESSMENT = -421;
export const SECOND_ASSESSMENT = -56;
const ASSESSMENTS = { first: 'sample-assessment-first', second: 'sample-assessment-second' } as const;

/** Two workshops with the same three people, and the offers that were asked for after the second. */
export function assessmentSteps(calendar: SampleCalendar): readonly Step[] {
  return [
    ...workshop('first', FIRST_ASSESSMENT, 'First assessment', 12, calendar),
    ...workshop('second', SECOND_ASSESSMENT, 'Second assessment', 16, calendar),
  ];
}

function workshop(
  which: 'first' | 'second',
  day: number,
  name: string,
  growthModels: number,
  calendar: SampleCalendar,
): readonly Step[] {
  const id = ASSESSMENTS[which];
  const respondents = PANEL.map((person) => PEOPLE[person]);
  const questions = Object.entries(ANSWERS);
  const answers = questions.flatMap(([questionId, answer], q) =>
    PANEL.map((person, i): Step => {
      const [values, grades] = answer[which];
      const grade = Number(grades[i]);
      const best = Math.max(...grades.split('').map(Number));
      const remark = grade === best && grades.indexOf(String(best)) === i ? REMARKS[which][questionId] : undefined;
      return {
        at: calendar.work(day, 9.5 + q / 5 + i / 20),
        actor: PEOPLE[person],
        channel: 'assessments.answer',
        input: {
          id,
          questionId,
          respondent: PEOPLE[person],
          value: choiceOf(values[i] ?? 'u'),
          grade: gradeOf(grade),
          ...remark,
        },
      };
    }),
  );
  return [
    {
      at: calendar.work(day, 9),
      actor: PEOPLE.cdo,
      channel: 'assessments.start',
      id,
      input: { name, respondents, inputs: { growthModels, growthUpdatesPerYear: 12, highRisk: true } },
    },
    ...answers,
    { at: calendar.work(day + 6, 16), actor: PEOPLE.cdo, channel: 'assessments.finish', input: { id } },
  ];
}

type Value = 0 | 1 | 2 | 3 | 'unknown';
const VALUES: Readonly<Record<string, Value>> = { '0': 0, '1': 1, '2': 2, '3': 3 };
const choiceOf = (letter: string): Value => VALUES[letter] ?? 'unknown';
const gradeOf = (grade: number): 0 | 1 | 2 | 3 => (grade === 1 || grade === 2 || grade === 3 ? grade : 0);
