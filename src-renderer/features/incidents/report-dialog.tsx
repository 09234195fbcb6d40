import { Button, Modal, NativeSelect, Select, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { SEVERITIES, SEVERITY_LABELS, SEVERITY_MEANINGS } from '#domain/incidents/vocabulary';
import { useCommand } from '../../client/use-command';
import { useChannel } from '../../client/use-query';
import './report-dialog.css';
import { type ReportedModel, useIncidentReport } from '../../stores/incident-report';

/** More names than this are found by typing. */
const SHOWN = 50;

const UNRATED = 'Not rated yet. If unsure between two, take the graver one.';

function ReportForm({ about, close }: { readonly about: ReportedModel | null; readonly close: () => void }): ReactNode {
  const create = useCommand('incidents.create');
  const [title, setTitle] = useState('');
  const [severity, setSeverity] = useState('');
  const [modelId, setModelId] = useState<string | null>(about?.id ?? null);
  const [search, setSearch] = useState(about?.name ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const { data } = useChannel('models.list', { search, limit: SHOWN, sort: [{ field: 'name' }] });
  const found = (data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const models =
    about && !found.some(({ value }) => value === about.id)
      ? [{ value: about.id, label: about.name }, ...found]
      : found;
  const rated = SEVERITIES.find((value) => String(value) === severity) ?? null;

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (title.trim() === '') {
      setProblem('Say in a few words what went wrong.');
      return;
    }
    const incident = await create.run({ title: title.trim(), severity: rated, modelId });
    if (incident === null) return;
    close();
  };
  return (
    <form className="mf-report" onSubmit={(event) => void submit(event)} noValidate>
      <TextInput
        label="What went wrong"
        value={title}
        error={problem}
        maxLength={500}
        required
        data-autofocus
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Select
        label="Model"
        description="It can also be found later: an incident of no known model is kept."
        placeholder="not known yet"
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'No model' }}
        data={models}
        value={modelId}
        searchValue={search}
        onSearchChange={setSearch}
        onChange={setModelId}
      />
      <NativeSelect
        label="Severity"
        description={rated === null ? UNRATED : SEVERITY_MEANINGS[rated]}
        data={[
          { value: '', label: 'Not rated' },
          ...SEVERITIES.map((value) => ({ value: String(value), label: SEVERITY_LABELS[value] })),
        ]}
        value={severity}
        onChange={(event) => setSeverity(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" loading={create.pending}>
          Report the incident
        </Button>
      </div>
    </form>
  );
}

/** An incident in one line: what, of which model, how grave. It counts as opened now; all else is filled in later. */
export function ReportDialog(): ReactNode {
  const { opened, model, close } = useIncidentReport();
  return (
    <Modal
      closeButtonProps={{ 'aria-label': 'Close' }}
      opened={opened}
      onClose={close}
      title="Report an incident"
      size="md"
    >
      {opened ? <ReportForm about={model} close={close} /> : null}
    </Modal>
  );
}
