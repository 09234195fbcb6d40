import { type ReactNode, useId } from 'react';
import './panel.css';

interface PanelProps {
  readonly title: string;
  /** One line that says how to read what follows. */
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A titled box with a hairline border. */
export function Panel({ title, hint, actions, className, children }: PanelProps): ReactNode {
  const id = useId();
  return (
    <section className={className ? `mf-panel ${className}` : 'mf-panel'} aria-labelledby={id}>
      <header className="mf-panel-head">
        <div className="mf-panel-words">
          <h2 className="mf-panel-title" id={id}>
            {title}
          </h2>
          {hint ? <p className="mf-panel-hint">{hint}</p> : null}
        </div>
        {actions ? <div className="mf-panel-actions">{actions}</div> : null}
      </header>
      {children}
    </section>
  );
}
