import type { Output } from '#contract/index';
import type { AttentionInput } from '#domain/attention/attention';
import { REPORT_DAYS } from '#domain/attention/attention-governance';
import { addDays } from '#domain/base/calendar';
import { listOverdueFindings } from '../../store/governance/overdue-findings';
import type { ReadHandle } from '../../store/journal/handle';
import { getModel } from '../../store/models/models';

/**
 * What is owed to authorities and after findings: nothing where there is nothing late or near.
 * @param reports as `governance.reports` tells them
 */
export async function owedItems(
  read: ReadHandle,
  now: string,
  reports: Output<'governance.reports'>['reports'],
): Promise<Pick<AttentionInput, 'reportsDue' | 'findingsOverdue'>> {
  const today = now.slice(0, 10);
  const near = reports
    .flatMap(({ due, reportedOn, ...report }) => (due === null || reportedOn !== null ? [] : [{ ...report, due }]))
    .filter(({ due }) => due <= addDays(today, REPORT_DAYS))
    .toSorted((a, b) => a.due.localeCompare(b.due));
  const ahead = ({ effectiveFrom, awareOn }: (typeof near)[number]): boolean => (effectiveFrom ?? '') > awareOn;
  const [first] = near;
  const overdue = await listOverdueFindings(read, today);
  const [longest] = overdue;
  return {
    ...(first && {
      reportsDue: {
        count: near.length,
        late: near.filter(({ due }) => due < today).length,
        ahead: near.filter(ahead).length,
        first: {
          incidentId: first.incidentId,
          title: first.incidentTitle,
          text: first.packName,
          due: first.due,
          asksFrom: ahead(first) ? first.effectiveFrom : null,
        },
      },
    }),
    ...(longest && {
      findingsOverdue: {
        count: overdue.length,
        grave: overdue.filter(({ severity }) => severity === 'critical' || severity === 'high').length,
        first: {
          title: longest.title,
          day: longest.day,
          model: { id: longest.modelId, name: (await getModel(read, longest.modelId)).name },
        },
      },
    }),
  };
}
