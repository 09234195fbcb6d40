import { Button, Modal, Select, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useCommand } from '../../client/use-command';
import { useChannel } from '../../client/use-query';
import { useWorkspace } from '../../client/use-workspace';
import { notify } from '../../components/ui/notify';
import { formatCount } from '../../lib/format';
import { localDay } from '../../lib/local-day';
import type { MeasuredColumn } from './measure-types';
import styles from './measure.module.css';
import { recordedResults } from './record-results';

interface RecordDialogProps {
  readonly opened: boolean;
  readonly columns: readonly MeasuredColumn[];
  readonly windowStart: string | null;
  readonly close: () => void;
}

/** Keeps the figures as results of a model, for a day. */
export function RecordDialog({ opened, columns, windowStart, close }: RecordDialogProps): ReactNode {
  const [modelId, setModelId] = useState<string | null>(null);
  const [day, setDay] = useState(localDay(new Date()));
  const [search, setSearch] = useState('');
  const { data } = useChannel('models.list', { search, limit: 50 }, { enabled: opened });
  const { data: workspace } = useWorkspace();
  const record = useCommand('drift.record', { quiet: true });
  const models = (data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const chosen = models.find(({ value }) => value === modelId);
  const save = async (): Promise<void> => {
    if (modelId === null) return;
    const results = recordedResults(columns, modelId, { from: windowStart, to: day }, workspace?.appVersion ?? '');
    const done = await record.run({ results });
    if (!done) return;
    close();
    notify({
      message: `${formatCount(done.created + done.updated, 'drift result')} recorded for ${chosen?.label ?? 'the model'}${done.unchanged > 0 ? `; ${formatCount(done.unchanged, 'result')} stood there already` : ''}.`,
    });
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title="Record these results for a model"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={styles.dialog}>
        <p className="mf-muted">
          Each figure is kept with its method, binning and sample sizes. The same result recorded again changes nothing.
        </p>
        <Select
          label="Model"
          placeholder="Type a name"
          data={models}
          value={modelId}
          onChange={setModelId}
          searchable
          searchValue={search}
          onSearchChange={setSearch}
          filter={({ options }) => options}
          nothingFoundMessage="No model fits"
          comboboxProps={{ withinPortal: false }}
          maxDropdownHeight={120}
          data-autofocus
        />
        <TextInput
          type="date"
          label="The current sample ends on"
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <div className={styles.dialogActions}>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button loading={record.pending} disabled={modelId === null || day === ''} onClick={() => void save()}>
            Record
          </Button>
        </div>
      </div>
    </Modal>
  );
}
