import type { ReactNode } from 'react';
import './page-header.css';

interface PageHeaderProps {
  /** The finding as a sentence, not the name of the page. */
  readonly headline: ReactNode;
  /** Since when, compared with what, what would change it. */
  readonly subline?: ReactNode;
  readonly actions?: ReactNode;
  /** The actions stand beside the headline, and the subline has the whole width below. */
  readonly wideSubline?: boolean;
}

export function PageHeader({ headline, subline, actions, wideSubline = false }: PageHeaderProps): ReactNode {
  if (wideSubline)
    return (
      <header className="mf-page-header" data-wide>
        <h1 className="mf-page-headline">{headline}</h1>
        {actions ? <div className="mf-page-actions">{actions}</div> : null}
        {subline ? <p className="mf-page-subline">{subline}</p> : null}
      </header>
    );
  return (
    <header className="mf-page-header">
      <div className="mf-page-words">
        <h1 className="mf-page-headline">{headline}</h1>
        {subline ? <p className="mf-page-subline">{subline}</p> : null}
      </div>
      {actions ? <div className="mf-page-actions">{actions}</div> : null}
    </header>
  );
}
