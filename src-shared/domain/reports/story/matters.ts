import type { ReportSection } from '../content';
import { left, type ReportKit, table, told } from '../kit';
import { attentionSection } from '../sections/attention';
import { MARKS } from '../sections/marks';
import { askOf } from './asks';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Every matter with what to do about it, where no plan and no assessment say what comes first. */
export function mattersSection(kit: ReportKit): ReportSection | null {
  const { facts, write } = kit;
  const { attention } = facts.summary;
  if (attention.length === 0) return null;
  return {
    ...attentionSection(kit),
    id: 'matters',
    blocks: [
      table({
        title: '',
        reading: '',
        columns: [left('Urgency', 1.1), left('Matter', 4.6), left('Why', 4.6), left('What to do', 3.4)],
        rows: attention.map((one) => [
          MARKS[one.severity],
          write.sentence(one.title),
          told(kit, one.detail, one.parts),
          capital(askOf(kit, one) ?? '–'),
        ]),
        noun: ['matter', 'matters'],
      }),
    ],
  };
}
