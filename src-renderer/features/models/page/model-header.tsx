import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FollowButton } from '../../../components/follow/follow-button';
import { PresentMarks } from '../../../components/sharing/present-marks';
import type { Unshared } from '../../../components/sharing/unshared';
import { UnsharedMark } from '../../../components/sharing/unshared-mark';
import { usePresent } from '../../../components/sharing/use-present';
import { useUnshared } from '../../../components/sharing/use-unshared';
import { PageHeader } from '../../../components/ui/page-header';
import { StageBadge } from '../../../components/ui/stage-badge';
import { TierMark } from '../../../components/ui/tier-mark';
import { formatAboutDays, formatCount, formatDated } from '../../../lib/format';
import { fieldSpec } from '../../../lib/model-field';
import { rowFieldLabel } from '../../../lib/row-value';
import { sayNames } from '../../../lib/share-words';
import { EndedFact } from './ended-note';
import { type FieldContext, FieldValue } from './field-row';
import styles from './model.module.css';
import { ModelActions } from './model-actions';
import type { Model } from './model-types';
import { OriginMark } from './origin-mark';
import { originsOf } from './provenance';

function StageSince({ model }: { readonly model: Model }): ReactNode {
  if (model.timeInStageDays === null || model.stageSince === null) return <>since when is not known</>;
  const { stageSince, stageSincePrecision, timeInStageDays } = model;
  return (
    <span title={`since ${formatDated(stageSince, stageSincePrecision)}`}>
      for {formatAboutDays(timeInStageDays, stageSincePrecision)}
    </span>
  );
}

/** `Tier, Unit and 1 row`. */
function unsharedWords(rows: ReturnType<Unshared['ofModel']>): string {
  const own = rows.find(({ table }) => table === 'models');
  const fields = own?.fields.map((column) => rowFieldLabel('models', column)) ?? [];
  const others = rows.length - (own ? 1 : 0);
  const parts = own?.fields.length === 0 ? ['the model'] : fields;
  return sayNames(others === 0 ? parts : [...parts, formatCount(others, 'entry beside', 'entries beside')]);
}

function Facts({ model }: { readonly model: Model }): ReactNode {
  const unshared = useUnshared().ofModel(model.id);
  return (
    <span className={styles.facts}>
      <Link to="/portfolio" className={styles.back}>
        ← Portfolio
      </Link>
      <span>
        <StageBadge stage={model.stage} monitoring={model.monitoring} /> <StageSince model={model} />
      </span>
      {model.ended !== null && <EndedFact ended={model.ended} />}
      <TierMark tier={model.tier} />
      <span>{model.unit === '' ? 'no unit' : model.unit}</span>
      {unshared.length > 0 && (
        <Link to="/settings/sharing" className={styles.back}>
          <UnsharedMark />
          not yet shared: {unsharedWords(unshared)}
        </Link>
      )}
    </span>
  );
}

const NAME = fieldSpec('name');

/** Name, where it stands, whose it is, and what can be done with it. */
export function ModelHeader({ context }: { readonly context: FieldContext }): ReactNode {
  const present = usePresent();
  return (
    <PageHeader
      headline={
        <span className={styles.headline}>
          <span className={styles.name}>
            <FieldValue spec={NAME} context={context} />
          </span>
          <PresentMarks people={present.get(context.model.id)} />
          <OriginMark label={NAME.label} origins={originsOf(context.model.provenance, 'name')} />
        </span>
      }
      subline={<Facts model={context.model} />}
      actions={
        <>
          <FollowButton kind="model" id={context.model.id} />
          <ModelActions model={context.model} />
        </>
      }
    />
  );
}
