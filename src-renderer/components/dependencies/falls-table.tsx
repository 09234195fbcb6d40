import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { KIND_LABELS } from '#domain/models/kinds';
import { STAGE_LABELS } from '#domain/vocabulary';
import { formatCount } from '../../lib/format';
import { TierMark } from '../ui/tier-mark';
import styles from './dependencies.module.css';

export type Falls = Output<'dependencies.falls'>;

/** How a model falls, in words: the nearer the surer. */
const sayFall = ({ stops, steps }: Falls['models'][number]): string =>
  `${stops ? 'Stops' : 'Touched'}${steps === 1 ? '' : `, over ${formatCount(steps - 1, 'other')}`}`;

/** The models that fall with something, the nearest first. */
export function FallsTable({ models }: { readonly models: Falls['models'] }): ReactNode {
  return (
    <div className={styles.scroll}>
      <table className="mf-table">
        <thead>
          <tr>
            <th scope="col">Model</th>
            <th scope="col">What happens</th>
            <th scope="col">Kind</th>
            <th scope="col">Unit</th>
            <th scope="col">Stage</th>
            <th scope="col">Tier</th>
          </tr>
        </thead>
        <tbody>
          {models.map((model) => (
            <tr key={model.id}>
              <td>
                <Link to="/models/$modelId" params={{ modelId: model.id }}>
                  {model.name}
                </Link>
              </td>
              <td>{sayFall(model)}</td>
              <td>{model.kind === null ? 'Not known' : KIND_LABELS[model.kind]}</td>
              <td>{model.unit || '–'}</td>
              <td>{STAGE_LABELS[model.stage]}</td>
              <td>{model.tier === null ? '–' : <TierMark tier={model.tier} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
