import type { Input } from '#contract/index';
import { ownForms } from '#domain/base/forms';
import { TEMPLATE_LABELS, type TemplateId } from '#domain/governance/vocabulary';
import { call } from '../../client/call';
import { useFileJob } from '../../client/use-file-job';
import { useChannel } from '../../client/use-query';
import { paper } from '../../lib/certificate-paper';
import { fileName } from '../../lib/file-name';
import { formatCount, formatNumber } from '../../lib/format';
import { localDay } from '../../lib/local-day';

export type SheetFormat = Input<'governance.template'>['format'];

export interface SheetOrder {
  readonly template: TemplateId;
  readonly format: SheetFormat;
  /** Left out: all models. */
  readonly ids?: readonly string[];
  /** Left out: today. */
  readonly at?: string;
  /** Whose sheet it is, for the name of the file; left out: the portfolio's. */
  readonly of?: string;
}

/** The label without the text in brackets: `AI system register`. */
const shortLabel = (template: TemplateId): string => TEMPLATE_LABELS[template].replace(/ \(.*\)$/, '');

/** Writes the sheets that other houses ask for, as a job. */
export function useSheets() {
  const { data: info } = useChannel('portfolio.info', {});
  const { running, start, cancel } = useFileJob<TemplateId>();
  const make = ({ template, format, ids, at, of }: SheetOrder): void => {
    if (info === undefined) return;
    const which = { ...(ids && { ids: [...ids] }), ...(at !== undefined && { at }) };
    void start({
      kind: template,
      name: fileName(of ?? info.name, shortLabel(template).toLowerCase(), at ?? localDay(new Date()), format),
      make: (out, jobId) =>
        call('governance.template', { template, format, out, jobId, locale: ownForms().locale, paper, ...which }),
      said: ({ rows, missing }) =>
        `${formatCount(rows, 'row')}, ${missing === 0 ? 'nothing asked for is missing' : `${formatNumber(missing)} missing and listed`}; `,
    });
  };
  return { running, cancel, make, ready: info !== undefined };
}
