import { Button, Modal, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useCommand } from '../../../client/use-command';
import { useChannel } from '../../../client/use-query';
import { useWorkspace } from '../../../client/use-workspace';
import { ModelSelect } from '../../../components/ui/model-select';
import { formatCount } from '../../../lib/format';
import { localDay } from '../../../lib/local-day';
import { typedDay } from '../../../lib/typed';
import styles from './measure.module.css';
import type { MeasuredColumn } from './measure-types';
import { recordedResults } from './record-results';

interface RecordDialogProps {
  readonly opened: boolean;
  readonly columns: readonly MeasuredColumn[];
  readonly windowStart: string | null;
  /** The one that was chosen for the measurement. */
  readonly model: { readonly id: string; readonly name: string } | null;
  readonly close: () => void;
}

/** Keeps the figures as results of a model, for a day. */
export function RecordDialog({ opened, columns, windowStart, model, close }: RecordDialogProps): ReactNode {
  const [picked, setPicked] = useState<string | null | undefined>();
  const modelId = picked === undefined ? (model?.id ?? null) : picked;
  const [day, setDay] = useState(localDay(new Date()));
  const end = typedDay(day);
  const { data: chosen } = useChannel('models.get', { id: modelId ?? '' }, { enabled: opened && modelId !== null });
  const { data: workspace } = useWorkspace();
  const record = useCommand('drift.record', {
    words: ({ created, updated, unchanged }) => {
      const stood = unchanged > 0 ? `; ${formatCount(unchanged, 'result')} stood there already` : '';
      return `${formatCount(created + updated, 'drift result')} recorded for ${chosen?.name ?? 'the model'}${stood}.`;
    },
  });
  const save = async (): Promise<void> => {
    if (modelId === null || !end.ok) return;
    const window = { from: windowStart, to: end.value };
    const results = recordedResults(columns, modelId, window, workspace?.appVersion ?? '');
    if ((await record.run({ results })) !== null) close();
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
        <ModelSelect
          label="Model"
          value={modelId === null ? null : { id: modelId, name: chosen?.name ?? '' }}
          onChange={setPicked}
        />
        <TextInput
          type="date"
          label="The current sample ends on"
          value={day}
          error={day === '' || end.ok ? null : end.message}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <div className={styles.dialogActions}>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button loading={record.pending} disabled={modelId === null || !end.ok} onClick={() => void save()}>
            Record
          </Button>
        </div>
      </div>
    </Modal>
  );
}
