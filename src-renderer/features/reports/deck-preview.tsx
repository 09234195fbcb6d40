import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { sentenceOf } from '../../client/call';
import { useChannel } from '../../client/use-query';
import { Panel } from '../../components/ui/panel';
import type { ReportOptions } from './report-options';
import styles from './reports.module.css';
import { SvgPicture } from './svg-picture';
import { deckOf } from './use-make-report';

const HINT =
  'An outline: words, tables and charts at their place and size, drawn of the plan that the file is written from. Pictures and shapes of the template are grey boxes, and its fonts are not shown.';

/** The slides as they would be, looked at before the file is made. */
export function DeckPreview({ options }: { readonly options: ReportOptions }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <Panel
      title="The slides"
      hint={HINT}
      actions={
        <Button variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Hide the slides' : 'Show the slides'}
        </Button>
      }
    >
      {open && <Slides options={options} />}
    </Panel>
  );
}

function Slides({ options }: { readonly options: ReportOptions }): ReactNode {
  const { data, error } = useChannel('reports.preview', deckOf(options));
  if (error) return <p role="alert">{sentenceOf(error)}</p>;
  if (!data) return <p className="mf-muted">Laying out the slides …</p>;
  const { slides, total, shortened } = data;
  return (
    <>
      <p>
        {total} {total === 1 ? 'slide' : 'slides'}
        {slides.length < total ? `, of which the first ${slides.length} are drawn` : ''}.
        {shortened ? ' The template has less room than ours: what it leaves out is said on the last slide.' : ''}
      </p>
      <ol className={styles.slides}>
        {slides.map(({ title, picture }, at) => (
          <li key={title}>
            <SvgPicture svg={picture} alt={`Slide ${at + 1}: ${title}`} className={styles.slide} />
          </li>
        ))}
      </ol>
    </>
  );
}
