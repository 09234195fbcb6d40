import type { Output } from '#contract/index';
import { layoutOutline } from '../../exporters/deck/outline/slide-outline';
import { chooseLayouts, hasTitle, type Stage } from '../../exporters/deck/template/choose-layouts';
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
  const numberOf = ({ layout }: Stage): number => template.layouts.indexOf(layout) + 1;
  return {
    fileName: template.name,
    layouts: template.layouts.length,
    uses: { cover: cover.layout.name, chart: chart.layout.name, table: table.layout.name, text: text.layout.name },
    guessed: { cover: numberOf(cover), chart: numberOf(chart), table: numberOf(table), text: numberOf(text) },
    choices: template.layouts.flatMap((layout, at) =>
      hasTitle(layout) ? [{ number: at + 1, name: layout.name, picture: layoutOutline(layout, template) }] : [],
    ),
    notes: templateNotes(template, stages),
  };
}
