import { Button, NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { MODEL_FACT_NAMES, MODEL_FACTS, type ModelFactName } from '#domain/governance/vocabulary';
import { perform } from '../../../client/perform';
import { useChannel } from '../../../client/use-query';
import { FactField } from '../../../components/governance/fact-field';
import { Dialog } from '../../../components/ui/dialog';
import { DialogEnding } from '../../../components/ui/dialog-ending';
import { Panel } from '../../../components/ui/panel';
import { useDialogSubmit } from '../../../components/ui/use-dialog-submit';
import { factOf, factText, factWords } from '../../../lib/fact-value';
import styles from './facts.module.css';
import type { Model } from './model-types';

type Facts = Readonly<Partial<Record<ModelFactName, string | readonly string[]>>>;

interface EditFactProps {
  readonly model: Model;
  readonly facts: Facts;
  /** One that is changed; left out: one that is chosen here among those that nobody has said. */
  readonly fact?: ModelFactName | undefined;
  readonly onClose: () => void;
}

function EditFact({ model, facts, fact, onClose }: EditFactProps): ReactNode {
  const unsaid = MODEL_FACT_NAMES.filter((name) => facts[name] === undefined);
  const [chosen, setChosen] = useState<ModelFactName>(fact ?? unsaid[0] ?? 'outputs');
  const [value, setValue] = useState(fact === undefined ? '' : factText(facts[fact] ?? ''));
  const { failure, setFailure, pending, sends } = useDialogSubmit(onClose);
  const { label } = MODEL_FACTS[chosen];
  const submit = sends(() =>
    fact === undefined && value.trim() === ''
      ? `Say what stands for “${label}”.`
      : (before) =>
          perform('governance.setFacts', { ids: [model.id], facts: { [chosen]: factOf(chosen, value) } }, before),
  );
  return (
    <Dialog
      title={fact === undefined ? `Say a fact of “${model.name}”` : `${label} of “${model.name}”`}
      onClose={onClose}
    >
      <form className="mf-gov-form" onSubmit={submit} noValidate>
        {fact === undefined ? (
          <NativeSelect
            label="Which"
            value={chosen}
            data={unsaid.map((name) => ({ value: name, label: MODEL_FACTS[name].label }))}
            onChange={(event) => {
              setChosen(event.currentTarget.value as ModelFactName);
              setValue('');
              setFailure('');
            }}
          />
        ) : null}
        <FactField
          fact={chosen}
          value={value}
          onChange={(text) => {
            setValue(text);
            setFailure('');
          }}
        />
        {fact === undefined ? null : <p className="mf-muted">Left empty, it counts as not said.</p>}
        <DialogEnding failure={failure} pending={pending} label="Keep" onClose={onClose} />
      </form>
    </Dialog>
  );
}

/** Small facts that one or two texts ask for: what is said of the model, changed here as on the page of governance. */
export function FactsPanel({ model }: { readonly model: Model }): ReactNode {
  const { data } = useChannel('governance.facts', { modelId: model.id }, { keepPrevious: false });
  const [editing, setEditing] = useState<ModelFactName | 'new' | null>(null);
  if (data === undefined) return null;
  const facts: Facts = data.facts;
  const said = MODEL_FACT_NAMES.filter((name) => facts[name] !== undefined);
  const rest = MODEL_FACT_NAMES.length - said.length;
  return (
    <Panel
      title="Facts that texts ask for"
      hint={`${said.length} of ${MODEL_FACT_NAMES.length} said; Governance tells which text asks for which`}
      actions={
        rest === 0 ? undefined : (
          <Button size="compact-sm" variant="default" onClick={() => setEditing('new')}>
            Say one…
          </Button>
        )
      }
    >
      {said.length === 0 ? (
        <p className="mf-muted">Nobody has said any yet: countries of use, outputs, assumptions, possible impacts …</p>
      ) : (
        <dl className={styles.facts}>
          {said.map((name) => (
            <div key={name} className={styles.fact}>
              <dt>{MODEL_FACTS[name].label}</dt>
              <dd>{factWords(name, facts[name] ?? '')}</dd>
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={`Change ${MODEL_FACTS[name].label}`}
                onClick={() => setEditing(name)}
              >
                Change…
              </Button>
            </div>
          ))}
        </dl>
      )}
      {editing === null ? null : (
        <EditFact
          key={editing}
          model={model}
          facts={facts}
          fact={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}
