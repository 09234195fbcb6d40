import { Button, Menu, Modal, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { INCIDENT_STATUS_LABELS, INCIDENT_STATUSES, type IncidentStatus } from '#domain/incidents/vocabulary';
import { useCommand } from '../../client/use-command';
import { useCommands } from '../../commands/registry';
import css from '../../components/table/list-page.module.css';
import { SetMenu } from '../../components/table/set-menu';
import { ModelSelect } from '../../components/ui/model-select';
import { formatCount } from '../../lib/format';
import { type BulkPatch, CHOICE_FIELDS, type ChoiceField, choicePatch } from './incident-cells';
import styles from './incidents.module.css';

/** Choices, and the one text that many incidents share. */
type BulkField = ChoiceField | 'owner';
const BULK_FIELDS: readonly BulkField[] = [
  'severity',
  'cause',
  'detectedBy',
  'causedByChange',
  'harmCategory',
  'reportable',
  'owner',
];
const labelOf = (field: BulkField): string => (field === 'owner' ? 'Owner' : CHOICE_FIELDS[field].label);

interface SetDialogProps {
  readonly field: BulkField;
  readonly what: string;
  readonly onClose: () => void;
  readonly onSave: (patch: BulkPatch) => Promise<boolean>;
}

function SetDialog({ field, what, onClose, onSave }: SetDialogProps): ReactNode {
  const list = field === 'owner' ? [] : CHOICE_FIELDS[field].choices;
  const [typed, setTyped] = useState(list[0]?.value ?? '');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const done = await onSave(field === 'owner' ? { owner: typed.trim() } : choicePatch(field, typed));
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Modal
      closeButtonProps={{ 'aria-label': 'Close' }}
      opened
      onClose={onClose}
      title={`${labelOf(field)} of ${what}`}
      size="sm"
    >
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        {field === 'owner' ? (
          <TextInput
            label="Owner"
            description="Left empty, the field is cleared."
            value={typed}
            maxLength={500}
            data-autofocus
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        ) : (
          <NativeSelect
            label={labelOf(field)}
            data={list.map(({ value, label }) => ({ value, label }))}
            value={typed}
            data-autofocus
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <Button type="submit" loading={busy}>
          Set for {what}
        </Button>
      </form>
    </Modal>
  );
}

interface AttachDialogProps {
  readonly what: string;
  readonly onClose: () => void;
  readonly onAttach: (modelId: string | null, version: string) => Promise<boolean>;
}

/** To a model and, where it is known, the version that was live. */
export function AttachDialog({ what, onClose, onAttach }: AttachDialogProps): ReactNode {
  const [model, setModel] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [version, setVersion] = useState('');
  const [busy, setBusy] = useState(false);
  const attach = async (modelId: string | null): Promise<void> => {
    setBusy(true);
    const done = await onAttach(modelId, modelId === null ? '' : version.trim());
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Modal
      closeButtonProps={{ 'aria-label': 'Close' }}
      opened
      onClose={onClose}
      title={`Attach ${what} to a model`}
      size="sm"
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (model !== null) void attach(model.id);
        }}
      >
        <ModelSelect label="Model" value={model} onChange={(id) => setModel(id === null ? null : { id, name: '' })} />
        <TextInput
          label="Version"
          description="Left empty, none is named."
          value={version}
          maxLength={500}
          onChange={(event) => setVersion(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <Button type="submit" loading={busy} disabled={model === null}>
            Attach
          </Button>
          <Button variant="default" loading={busy} onClick={() => void attach(null)}>
            Take off its model
          </Button>
        </div>
      </form>
    </Modal>
  );
}

interface BulkBarProps {
  readonly ids: readonly string[];
  readonly onClear: () => void;
  readonly onDelete: (ids: readonly string[]) => void;
}

/** What can be done with the marked incidents, in the place of the filter chips. */
export function BulkBar({ ids, onClear, onDelete }: BulkBarProps): ReactNode {
  const updateMany = useCommand('incidents.updateMany');
  const moveMany = useCommand('incidents.moveMany');
  const attach = useCommand('incidents.attach');
  const [field, setField] = useState<BulkField | null>(null);
  const [attaching, setAttaching] = useState(false);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const what = formatCount(ids.length, 'incident');
  const move = async (to: IncidentStatus): Promise<void> => {
    const result = await moveMany.run({ ids: [...ids], to });
    setRefused(result?.refused.map(({ title, message }) => `${title}: ${message}`) ?? []);
  };
  useCommands([
    ...BULK_FIELDS.map((entry) => ({
      id: `marked-incidents.${entry}`,
      label: `Set for the marked incidents: ${labelOf(entry).toLowerCase()}`,
      group: 'Incidents' as const,
      run: () => setField(entry),
    })),
    {
      id: 'marked-incidents.attach',
      label: 'Attach the marked incidents to a model',
      group: 'Incidents',
      run: () => setAttaching(true),
    },
    {
      id: 'marked-incidents.delete',
      label: 'Delete the marked incidents',
      group: 'Incidents',
      run: () => onDelete(ids),
    },
  ]);
  return (
    <div className={css.bulk} role="toolbar" aria-label="Marked incidents">
      <span className={css.bulkCount}>{what} marked</span>
      <SetMenu fields={BULK_FIELDS} labelOf={labelOf} onChoose={setField} />
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button size="compact-sm" variant="default" loading={moveMany.pending}>
            Move to…
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {INCIDENT_STATUSES.filter((status) => status !== 'open').map((status) => (
            <Menu.Item key={status} onClick={() => void move(status)}>
              {INCIDENT_STATUS_LABELS[status]}, now
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button size="compact-sm" variant="default" onClick={() => setAttaching(true)}>
        Attach…
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => onDelete(ids)}>
        Delete
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={onClear}>
        Unmark all
      </Button>
      {field === null ? null : (
        <SetDialog
          field={field}
          what={what}
          onClose={() => setField(null)}
          onSave={async (patch) => (await updateMany.run({ ids: [...ids], patch })) !== null}
        />
      )}
      {attaching ? (
        <AttachDialog
          what={what}
          onClose={() => setAttaching(false)}
          onAttach={async (modelId, version) => (await attach.run({ ids: [...ids], modelId, version })) !== null}
        />
      ) : null}
      {refused.length > 0 ? (
        <Modal
          closeButtonProps={{ 'aria-label': 'Close' }}
          opened
          onClose={() => setRefused([])}
          title={`${formatCount(refused.length, 'incident')} could not be moved`}
        >
          <ul className={styles.refused}>
            {refused.slice(0, 50).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {refused.length > 50 ? <p className="mf-muted">and {refused.length - 50} more.</p> : null}
        </Modal>
      ) : null}
    </div>
  );
}
