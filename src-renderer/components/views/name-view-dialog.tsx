import { Button, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { movingDaysFor, sayMovingDay } from '#domain/base/moving-day';
import { formatDate } from '../../lib/format';
import { utcToday } from '../../lib/utc-today';
import type { FixedDay } from './fixed-days';

interface NameViewDialogProps {
  readonly title: string;
  readonly initial: string;
  /** Dates in the view: each may move with the calendar instead. */
  readonly days: readonly FixedDay[];
  readonly onClose: () => void;
  /** `days`: the moving ones that were chosen, by path. */
  readonly onName: (name: string, days: ReadonlyMap<string, string>) => void;
}

const firstUpper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Names a view, and asks of each date in it whether it stays or moves on. */
export function NameViewDialog({ title, initial, days, onClose, onName }: NameViewDialogProps): ReactNode {
  const [name, setName] = useState(initial);
  const [moving, setMoving] = useState<ReadonlyMap<string, string>>(new Map());
  const today = utcToday();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') onName(name.trim(), moving);
  };
  const choose = (path: string, word: string): void => {
    const next = new Map(moving);
    if (word === '') next.delete(path);
    else next.set(path, word);
    setMoving(next);
  };
  return (
    <Modal closeButtonProps={{ 'aria-label': 'Close' }} opened onClose={onClose} title={title} size="sm">
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label="Name"
            value={name}
            maxLength={80}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {days.map(({ path, label, day }) => (
            <NativeSelect
              key={path}
              label={label}
              value={moving.get(path) ?? ''}
              data={[
                { value: '', label: `Always ${formatDate(day)}` },
                ...movingDaysFor(day, today).map((word) => ({
                  value: word,
                  label: `${firstUpper(sayMovingDay(word))}, whenever it is opened`,
                })),
              ]}
              onChange={(event) => choose(path, event.currentTarget.value)}
            />
          ))}
          <div>
            <Button type="submit" disabled={name.trim() === ''}>
              Save the view
            </Button>
          </div>
        </Stack>
      </form>
    </Modal>
  );
}
