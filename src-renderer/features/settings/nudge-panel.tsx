import { Checkbox, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { NudgeKind } from '#contract/nudges';
import { host } from '../../client/host';
import { useCommand } from '../../client/use-command';
import { useChannel } from '../../client/use-query';
import { Panel } from '../../components/ui/panel';

const KINDS: readonly { readonly kind: NudgeKind; readonly label: string; readonly description: string }[] = [
  { kind: 'incidents', label: 'A new incident', description: 'One was reported or brought in' },
  { kind: 'drifted', label: 'Drift beyond a limit', description: 'The newest results of a model ask for an act' },
  { kind: 'retraining', label: 'Retraining due or late', description: 'It waits for somebody, or its day has passed' },
  { kind: 'silent', label: 'Silence', description: 'A model that was measured is measured no more' },
  { kind: 'reports', label: 'Report to an authority', description: 'Its last day is near, or has passed' },
  { kind: 'gates', label: 'Gate no longer stands', description: 'Of a model in production that went through it' },
  { kind: 'findings', label: 'Finding overdue', description: 'Its day, or that of its acceptance, has passed' },
  {
    kind: 'evidence',
    label: 'Evidence ends',
    description: 'Of a model in production: within 60 days, or it has ended',
  },
  { kind: 'reviews', label: 'Review overdue', description: 'The day of its review has passed' },
  { kind: 'imports', label: 'Import finished', description: 'While you look at another window' },
];

const REFUSED =
  host.kind === 'browser'
    ? 'This browser shows no notices of Modelfolio: allow them for this address in its settings. Until then they stand in this window.'
    : 'This system shows no notices. They stand in this window.';

/** What this person wants to be told of on this computer; nothing unless it is asked for. */
export function NudgePanel(): ReactNode {
  const { data } = useChannel('nudges.settings', {});
  const { run } = useCommand('nudges.choose');
  const [refused, setRefused] = useState(false);
  /** What was ticked here; the engine's answer follows it. */
  const [ticked, setTicked] = useState<readonly NudgeKind[] | null>(null);
  const kinds = ticked ?? data?.kinds ?? [];

  const choose = async (next: readonly NudgeKind[]): Promise<void> => {
    setTicked(next);
    if (next.length > kinds.length) setRefused(!(await host.mayNotify()));
    if ((await run({ kinds: next })) === null) setTicked(null);
  };
  return (
    <Panel title="Tell me" hint="Kept on this computer, not in the portfolio. Nobody is told anything unasked.">
      <fieldset className="mf-nudges" disabled={data === undefined}>
        <legend className="mf-hidden">Tell me of</legend>
        {KINDS.map(({ kind, label, description }) => (
          <Checkbox
            key={kind}
            label={label}
            description={description}
            checked={kinds.includes(kind)}
            onChange={(event) =>
              void choose(event.currentTarget.checked ? [...kinds, kind] : kinds.filter((one) => one !== kind))
            }
          />
        ))}
      </fieldset>
      <Text className="mf-muted" size="sm">
        Looked for every five minutes while Modelfolio runs. The icon counts what is new on This week.
      </Text>
      {refused && (
        <Text size="sm" role="status">
          {REFUSED}
        </Text>
      )}
    </Panel>
  );
}
