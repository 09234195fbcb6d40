import { NativeSelect, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { MODEL_FACTS, type ModelFactName } from '#domain/governance/vocabulary';
import { perform } from '../../client/perform';
import { FactField } from '../../components/governance/fact-field';
import { Dialog } from '../../components/ui/dialog';
import { DialogEnding } from '../../components/ui/dialog-ending';
import { useDialogSubmit } from '../../components/ui/use-dialog-submit';
import { factOf } from '../../lib/fact-value';
import { formatCount, formatNumber } from '../../lib/format';
import type { Row } from './governance-words';

/** More than this do not fit a list to choose from; all of them can be filled at once. */
const MOST_NAMED = 500;

interface FactDialogProps {
  readonly fact: ModelFactName;
  /** Models that lack it. */
  readonly rows: readonly Row[];
  readonly onClose: () => void;
}

/** A small fact that a text asks for, of one model or of all that lack it. */
export function FactDialog({ fact, rows, onClose }: FactDialogProps): ReactNode {
  const { label } = MODEL_FACTS[fact];
  const [whose, setWhose] = useState('');
  const [value, setValue] = useState('');
  const { failure, pending, sends } = useDialogSubmit(onClose);
  const submit = sends(() => {
    if (value.trim() === '') return `Say what stands for “${label}”.`;
    const ids = whose === '' ? rows.map(({ modelId }) => modelId) : [whose];
    return (before) => perform('governance.setFacts', { ids, facts: { [fact]: factOf(fact, value) } }, before);
  });
  return (
    <Dialog title={label} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <NativeSelect
            label="Of"
            description={
              rows.length > MOST_NAMED ? `By name the first ${formatNumber(MOST_NAMED)}, tier 1 first` : undefined
            }
            value={whose}
            data={[
              { value: '', label: `All that lack it: ${formatCount(rows.length, 'model')}` },
              ...rows.slice(0, MOST_NAMED).map(({ modelId, name }) => ({ value: modelId, label: name })),
            ]}
            onChange={(event) => setWhose(event.currentTarget.value)}
          />
          <FactField fact={fact} value={value} onChange={setValue} />
          <DialogEnding failure={failure} pending={pending} label="Keep" onClose={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
