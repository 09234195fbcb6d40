import { Button, Popover, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isCalendarDate } from '#domain/base/calendar';
import { formatDate } from '../../../lib/format';
import { localDay } from '../../../lib/local-day';

interface LiveDayProps {
  readonly day: string | null;
  readonly onChange: (day: string | null) => void;
}

/** The day of which a column says which version was live. */
export function LiveDay({ day, onChange }: LiveDayProps): ReactNode {
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button variant="default">Live on …</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          type="date"
          label="Which version was live on"
          max={localDay(new Date())}
          value={day ?? ''}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            if (isCalendarDate(typed)) onChange(typed);
          }}
        />
        {day === null ? null : (
          <Button variant="subtle" size="compact-sm" mt={8} onClick={() => onChange(null)}>
            Take the column away
          </Button>
        )}
        <p>
          <Link to="/changes" search={day === null ? {} : { from: day }}>
            What changed {day === null ? 'between two days' : `since ${formatDate(day)}`}
          </Link>
        </p>
      </Popover.Dropdown>
    </Popover>
  );
}
