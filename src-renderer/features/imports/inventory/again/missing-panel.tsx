import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { InventoryPreview } from '#contract/imports/imports';
import { Panel } from '../../../../components/ui/panel';
import { formatCount, formatNumber } from '../../../../lib/format';
import css from './again.module.css';

interface MissingPanelProps {
  readonly missing: number;
  readonly models: InventoryPreview['missingModels'];
  /** The day on which they are retired once the import is stored; '' for keeping them. */
  readonly retireOn: string;
  readonly setRetireOn: (day: string) => void;
  readonly today: string;
  readonly look: () => void;
  readonly ask: () => void;
}

/** What becomes of models that the file does not have: nothing, unless somebody says a day. */
export function MissingPanel({
  missing,
  models,
  retireOn,
  setRetireOn,
  today,
  look,
  ask,
}: MissingPanelProps): ReactNode {
  const [choosing, setChoosing] = useState(retireOn !== '');
  const owned = models.filter(({ offered, owner }) => !offered && owner !== '').length;
  const asked = models.filter((model) => !model.offered && model.asked !== null).length;
  const keep = (): void => {
    setChoosing(false);
    setRetireOn('');
  };
  return (
    <Panel title={`Not in the file: ${formatNumber(missing)}`} hint="All stay until you say otherwise">
      <ul className={css.lines}>
        <li>
          <span>Keep as they are</span>
          {retireOn === '' && !choosing ? (
            <span className={css.chosen}>● chosen</span>
          ) : (
            <Button variant="default" size="compact-sm" onClick={keep}>
              Keep
            </Button>
          )}
        </li>
        <li>
          <span>
            {owned === 0 ? 'No owner is known' : `An owner is known of ${formatNumber(owned)}`}
            {asked > 0 ? `, asked about ${formatNumber(asked)}` : ''}
          </span>
          {owned === 0 ? (
            <Button variant="default" size="compact-sm" onClick={look}>
              Look at the list
            </Button>
          ) : (
            <Button variant="default" size="compact-sm" onClick={ask}>
              Ask the owners
            </Button>
          )}
        </li>
        <li>
          <span>Retire with a day</span>
          {choosing ? null : (
            <Button variant="default" size="compact-sm" onClick={() => setChoosing(true)}>
              Choose
            </Button>
          )}
        </li>
      </ul>
      {choosing ? (
        <TextInput
          type="date"
          label={`Retired on, for ${formatCount(missing, 'model')}`}
          description="A step of its own behind the import, with its own undo"
          max={today}
          value={retireOn}
          onChange={(event) => setRetireOn(event.currentTarget.value)}
        />
      ) : null}
    </Panel>
  );
}
