import { Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { BODIES, BODY_LABELS, type Body } from '#domain/governance/vocabulary';
import { useCommand } from '../../client/use-command';
import { useChannel } from '../../client/use-query';
import { Dialog } from '../../components/ui/dialog';
import { Panel } from '../../components/ui/panel';
import { formatCount, formatNumber } from '../../lib/format';
import styles from './governance.module.css';

type Unit = Output<'governance.units'>['units'][number];

const FIRST = 8;
const VOLUNTARY = [
  ['nist-ai-rmf', 'NIST AI RMF'],
  ['iso-42001', 'ISO/IEC 42001'],
] as const;

const nameOf = ({ unit }: Unit): string => (unit === '' ? 'Models without a unit' : unit);
const codesIn = (text: string): string[] => [
  ...new Set(
    text
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter((code) => code !== ''),
  ),
];

interface UnitDialogProps {
  readonly unit: Unit;
  /** Further units of which the same is said. */
  readonly also: readonly Unit[];
  readonly onClose: () => void;
}

function UnitDialog({ unit, also, onClose }: UnitDialogProps): ReactNode {
  const { run, pending } = useCommand('governance.setUnit');
  const [where, setWhere] = useState(unit.jurisdictions.join(', '));
  const [bodies, setBodies] = useState<readonly string[]>(unit.bodies);
  const [frameworks, setFrameworks] = useState<readonly string[]>(unit.frameworks);
  const packs = useChannel('governance.packs', {});
  // Own texts may be chosen like the two that are shipped.
  const own = packs.data?.packs.filter(({ origin, byChoice }) => origin === 'own' && byChoice) ?? [];
  const names = new Map<string, string>([...VOLUNTARY, ...own.map(({ line, name }) => [line, name] as const)]);
  const choices = [...names].map(([value, label]) => ({ value, label }));
  const codes = codesIn(where);
  const wrong = codes.find((code) => !/^[A-Z]{2}$/.test(code));
  const submit = async (): Promise<void> => {
    const set = await run({
      unit: unit.unit,
      also: also.map((one) => one.unit),
      jurisdictions: codes,
      bodies: BODIES.filter((body) => bodies.includes(body)) as Body[],
      frameworks: [...frameworks],
    });
    if (set !== null) onClose();
  };
  return (
    <Dialog
      title={
        also.length === 0 ? `Where ${nameOf(unit)} belongs` : `Where ${formatCount(also.length + 1, 'unit')} belong`
      }
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label="Countries where it works or its output is used"
            description="Two letters each, EU for the Union: EU, DE, US"
            value={where}
            error={wrong === undefined ? undefined : `${wrong} is no code of two letters`}
            onChange={(event) => setWhere(event.currentTarget.value)}
          />
          <Checkbox.Group label="It is a" value={[...bodies]} onChange={setBodies}>
            <Stack gap={4}>
              {BODIES.map((body) => (
                <Checkbox key={body} value={body} label={BODY_LABELS[body]} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Checkbox.Group label="It follows by choice" value={[...frameworks]} onChange={setFrameworks}>
            <div className={styles.pair}>
              {choices.map(({ value, label }) => (
                <Checkbox key={value} value={value} label={label} />
              ))}
            </div>
          </Checkbox.Group>
          <div className={styles.ending}>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending} disabled={wrong !== undefined}>
              Keep
            </Button>
          </div>
        </Stack>
      </form>
    </Dialog>
  );
}

const wordsOf = ({ known, jurisdictions, bodies, frameworks }: Unit): string =>
  known ? [...jurisdictions, ...bodies.map((body) => BODY_LABELS[body]), ...frameworks].join(', ') : 'nobody has said';

/** What decides which texts apply: where each unit works, what it is, and what it follows by choice. */
export function UnitsPanel({ units }: { readonly units: readonly Unit[] }): ReactNode {
  const [all, setAll] = useState(false);
  const [editing, setEditing] = useState<readonly Unit[]>([]);
  const ordered = units.toSorted((a, b) => Number(a.known) - Number(b.known) || b.models - a.models);
  const unsaid = ordered.filter(({ known }) => !known);
  const [first, ...also] = editing;
  return (
    <Panel
      title="Where units belong"
      hint={
        unsaid.length === 0
          ? 'It decides which texts apply; a unit without words of its own follows the one above it'
          : `It decides which texts apply; of ${formatCount(unsaid.length, 'unit')} nobody has said`
      }
    >
      {unsaid.length > 1 && (
        <Button variant="default" size="compact-sm" onClick={() => setEditing(unsaid)}>
          Say it of all {formatCount(unsaid.length, 'unit')} at once
        </Button>
      )}
      <ul className={styles.units}>
        {(all ? ordered : ordered.slice(0, FIRST)).map((unit) => (
          <li key={unit.unit}>
            <span>
              {nameOf(unit)} <span className="mf-muted">{formatCount(unit.models, 'model')}</span>
            </span>
            <span className="mf-muted">{wordsOf(unit)}</span>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Say where ${nameOf(unit)} belongs`}
              onClick={() => setEditing([unit])}
            >
              {unit.known ? 'Change' : 'Say'}
            </Button>
          </li>
        ))}
      </ul>
      {ordered.length > FIRST && !all ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          Show all {formatNumber(ordered.length)}
        </Button>
      ) : null}
      {first && <UnitDialog unit={first} also={also} onClose={() => setEditing([])} />}
    </Panel>
  );
}
