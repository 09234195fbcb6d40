import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { KIND_LABELS } from '#domain/models/kinds';
import { Panel } from '../../components/ui/panel';
import { formatCount } from '../../lib/format';
import styles from './dependencies-page.module.css';

const FIRST = 20;

/** Generative models and agents in production of which nobody has said what they rest on: not known is not nothing. */
export function UnsaidPanel({ models }: { readonly models: Output<'dependencies.graph'>['unsaid'] }): ReactNode {
  const [all, setAll] = useState(false);
  if (models.length === 0) return null;
  const shown = all ? models : models.slice(0, FIRST);
  return (
    <Panel
      title={`${formatCount(models.length, 'generative model or agent', 'generative models and agents')} of which nobody has said it`}
      hint="In production. What they rest on is not known, which is not nothing."
    >
      <ul className={styles.unsaid}>
        {shown.map(({ id, name, kind, unit }) => (
          <li key={id}>
            <Link to="/models/$modelId" params={{ modelId: id }}>
              {name}
            </Link>{' '}
            <span className="mf-muted">
              {[kind === null ? '' : KIND_LABELS[kind], unit].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </ul>
      {models.length > shown.length ? (
        <Button size="compact-sm" variant="default" onClick={() => setAll(true)}>
          {`Show all ${models.length}`}
        </Button>
      ) : null}
    </Panel>
  );
}
