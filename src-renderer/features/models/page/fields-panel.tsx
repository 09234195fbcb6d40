import type { ReactNode } from 'react';
import { MODEL_FIELDS } from '#domain/models/model-fields';
import { UnsharedMark } from '../../../components/sharing/unshared-mark';
import { useUnshared } from '../../../components/sharing/use-unshared';
import { Panel } from '../../../components/ui/panel';
import type { FieldSpec } from '../../../lib/model-field';
import { type FieldContext, FieldValue } from './field-row';
import { FIELD_GROUPS } from './field-specs';
import styles from './model.module.css';
import { OriginMark } from './origin-mark';
import { originsOf, refusedSentence } from './provenance';

interface FieldProps {
  readonly spec: FieldSpec;
  readonly context: FieldContext;
  /** The others do not have this value yet. */
  readonly unshared: boolean;
}

function Field({ spec, context, unshared }: FieldProps): ReactNode {
  const origins = originsOf(context.model.provenance, spec.name);
  const refused = origins.filter((origin) => origin.refused !== '');
  return (
    <div className={styles.field}>
      <dt className={styles.fieldLabel} title={spec.hint || undefined}>
        {spec.label}
      </dt>
      <dd className={styles.fieldValue}>
        {unshared && <UnsharedMark />}
        <FieldValue spec={spec} context={context} />
        {refused.map((origin) => (
          <p key={`${origin.importId} ${origin.column}`} className={styles.refused}>
            {refusedSentence(origin)}
          </p>
        ))}
      </dd>
      <dd className={styles.fieldOrigin}>
        <OriginMark label={spec.label} origins={origins} />
      </dd>
    </div>
  );
}

/** Everything that a person may say of a model, edited where it stands. */
export function FieldsPanel({ context }: { readonly context: FieldContext }): ReactNode {
  const unshared = useUnshared();
  return (
    <Panel
      title="What is known"
      hint="Click a value or press E on it to change it; “file” opens to the cell it came from"
    >
      <div className={styles.groups}>
        <div className={styles.groupGrid}>
          {FIELD_GROUPS.map((group) => (
            <section key={group.title} className={styles.group} data-place={group.place}>
              <h3 className={styles.groupTitle}>{group.title}</h3>
              <dl className={styles.fields}>
                {group.fields.map((spec) => (
                  <Field
                    key={spec.name}
                    spec={spec}
                    context={context}
                    unshared={unshared.has('models', context.model.id, MODEL_FIELDS[spec.name].column)}
                  />
                ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
    </Panel>
  );
}
