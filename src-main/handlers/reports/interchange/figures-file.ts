import type { Figures } from '#contract/figures';
import type { Input, Output } from '#contract/index';
import { createRedactor } from '#domain/reports/redactor';
import { openMetricsText } from '../../../exporters/interchange/open-metrics';
import type { QueryContext } from '../../context';
import { writePieces } from './write-file';

/** The portfolio's figures as a file: those of `overview.figures`, without what stays in the house. */
export const writeFigures = (
  { format, redact = {}, ...target }: Input<'exports.figures'>,
  context: QueryContext,
): Promise<Output<'exports.figures'>> =>
  writePieces(target, context, async () => {
    const figures = redactedFigures(await context.ask('overview.figures', {}), redact);
    const text = format === 'json' ? `${JSON.stringify(figures, null, 2)}\n` : openMetricsText(figures);
    return { text: [text], rows: () => figures.figures.filter(({ value }) => value !== null).length };
  });

/** Money in bands is no figure for a dashboard: it is left out. */
export function redactedFigures(figures: Figures, choice: NonNullable<Input<'exports.figures'>['redact']>): Figures {
  const redact = createRedactor(choice, []);
  return {
    ...figures,
    portfolio: redact.typed(figures.portfolio, ''),
    figures: figures.figures.map((one) =>
      choice.money && one.unit === 'money' ? { ...one, value: null, withheld: 'Money stays in the house' } : one,
    ),
    byUnit: redact.withholdsTexts ? [] : figures.byUnit,
  };
}
