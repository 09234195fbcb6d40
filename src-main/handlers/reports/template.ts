import type { Output } from '#contract/index';
import { chooseLayouts } from '../../exporters/deck/template/choose-layouts';
import { templateNotes } from '../../exporters/deck/template/open-template';
import type { QueryContext } from '../context';

/** What a template would be used for, before a deck is made in it. */
export async function describeTemplate(
  { file }: { readonly file: string },
  { files, readers }: Pick<QueryContext, 'files' | 'readers'>,
): Promise<Output<'reports.template'>> {
  const template = await readers.template(files.resolve(file));
  const stages = chooseLayouts(template);
  const { cover, chart, table, text } = stages;
  return {
    fileName: template.name,
    layouts: template.layouts.length,
    uses: { cover: cover.layout.name, chart: chart.layout.name, table: table.layout.name, text: text.layout.name },
    notes: templateNotes(template, stages),
  };
}
