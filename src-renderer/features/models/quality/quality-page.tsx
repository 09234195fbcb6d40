import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { MODEL_FIELDS } from '#domain/models/model-fields';
import { QUALITY_FIELDS } from '#domain/models/quality-fields';
import { useChannel } from '../../../client/use-query';
import { runCommand } from '../../../commands/registry';
import { PageHeader } from '../../../components/ui/page-header';
import { Panel } from '../../../components/ui/panel';
import { EmptyState, ErrorState, Loading } from '../../../components/ui/states';
import { formatNumber } from '../../../lib/format';
import { GapTable } from './gap-table';
import styles from './quality.module.css';
import { filledWords, gapsSearch, headlineOf, percentOf, type Quality, tierRows, WEIGHTS_WORDS } from './quality-words';

/** How much is known of the models of a tier; each opens to those of which something is missing. */
function Tiers({ quality }: { readonly quality: Quality }): ReactNode {
  return (
    <ul className={styles.tiers}>
      {tierRows(quality).map(({ key, label, models, share, weight }) => (
        <li key={key}>
          <Link to="/portfolio" search={gapsSearch(key)} className={styles.tier}>
            <span className={styles.tierName}>{label}</span>
            <span className={styles.bar} aria-hidden="true">
              <span className={styles.filled} style={{ inlineSize: `${100 * share}%` }} />
            </span>
            <strong>{percentOf(share)}</strong>
            <span className="mf-muted">
              {formatNumber(models)} {models === 1 ? 'model' : 'models'}, counted × {weight}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Known({ quality }: { readonly quality: Quality }): ReactNode {
  const open = new Set(quality.gaps.map(({ field }) => field));
  const filled = QUALITY_FIELDS.filter((field) => !open.has(field)).map((field) => MODEL_FIELDS[field].label);
  return (
    <div className={styles.page}>
      <PageHeader headline={headlineOf(quality)} subline={WEIGHTS_WORDS} wideSubline />
      <div className={styles.panels}>
        {quality.gaps.length === 0 ? null : (
          <Panel
            title="What to fill next"
            hint="First what an edit in bulk adds most to. A number opens its models, all marked"
            className={styles.gaps ?? ''}
          >
            <GapTable quality={quality} />
            {filled.length === 0 ? null : <p className={styles.note}>{filledWords(filled)}</p>}
          </Panel>
        )}
        <Panel title="By tier" hint="Filled of what is asked; opens the models that miss something">
          <Tiers quality={quality} />
          <p className={styles.note}>
            An edit in bulk is one value for the models that share it: at the most one for each word of a list, one a
            unit for owners, one a model for texts and amounts.
          </p>
        </Panel>
      </div>
    </div>
  );
}

/** Which fields nobody has filled for the models in production, and the quickest way to fill them. */
export function QualityPage(): ReactNode {
  const { data, error, refetch } = useChannel('models.completeness', {});
  if (!data) {
    if (error) return <ErrorState error={error} title="The fields could not be counted" retry={() => void refetch()} />;
    return <Loading rows={12} label="Counting what is missing" />;
  }
  if (data.models === 0)
    return (
      <EmptyState
        title="No model is in production yet"
        action={{ label: 'Import a spreadsheet', run: () => runCommand('file.import') }}
      >
        This page says which fields are empty for how many models in production, weighed by tier, and which to fill
        first. It counts from the first model that is deployed.
      </EmptyState>
    );
  return <Known quality={data} />;
}
