import { Checkbox, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Settings } from '#contract/portfolio/settings';
import {
  FINDING_SEVERITIES,
  FINDING_SEVERITY_LABELS,
  type FindingSeverity,
  GATE_LABELS,
  GATE_REQUIREMENTS,
  type GateRequirement,
} from '#domain/governance/vocabulary';
import { KIND_LABELS, KINDS, type Kind } from '#domain/models/kinds';
import { TIERS } from '#domain/vocabulary';
import { Panel } from '../../components/ui/panel';
import { useSaveSettings } from './use-save-settings';

type Gates = Settings['deploymentGates'];

/** Kinds of which more is asked than of others; another one has a column once it is chosen. */
const OFTEN: readonly Kind[] = ['generative', 'agent', 'vendor_application'];

const toggled = <T,>(all: readonly T[], one: T): T[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one];

/** What is asked of a model on its way into production, beside the approval: by tier, and by kind whatever the tier. */
export function GatesPanel({ gates }: { readonly gates: Gates }): ReactNode {
  const save = useSaveSettings();
  const chosen = new Set(GATE_REQUIREMENTS.flatMap((requirement) => gates.asked[requirement].kinds));
  const kinds = KINDS.filter((kind) => OFTEN.includes(kind) || chosen.has(kind));
  const ask = (requirement: GateRequirement, scope: Gates['asked'][GateRequirement]): void =>
    void save({ deploymentGates: { asked: { [requirement]: scope } } });
  return (
    <Panel
      title="Asked before a model goes live"
      hint="Beside the approval, on the day of the move. An exception has limits and an end, and is noted on the model’s page."
    >
      <div className="mf-gates">
        <table className="mf-gates-table">
          <thead>
            <tr>
              <th scope="col">Asked</th>
              {TIERS.map((tier) => (
                <th scope="col" key={tier}>
                  Tier {tier}
                </th>
              ))}
              {kinds.map((kind) => (
                <th scope="col" key={kind}>
                  {KIND_LABELS[kind]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {GATE_REQUIREMENTS.map((requirement) => {
              const scope = gates.asked[requirement];
              const of = (whom: string): string => `${GATE_LABELS[requirement]}, asked of ${whom}`;
              return (
                <tr key={requirement}>
                  <th scope="row">{GATE_LABELS[requirement]}</th>
                  {TIERS.map((tier) => (
                    <td key={tier}>
                      <Checkbox
                        aria-label={of(`tier ${tier}`)}
                        checked={scope.tiers.includes(tier)}
                        onChange={() => ask(requirement, { ...scope, tiers: toggled(scope.tiers, tier).toSorted() })}
                      />
                    </td>
                  ))}
                  {kinds.map((kind) => (
                    <td key={kind}>
                      <Checkbox
                        aria-label={of(KIND_LABELS[kind])}
                        checked={scope.kinds.includes(kind)}
                        onChange={() => ask(requirement, { ...scope, kinds: toggled(scope.kinds, kind) })}
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
        <NativeSelect
          label="An open finding holds back from"
          value={gates.findingsFrom}
          data={FINDING_SEVERITIES.map((value) => ({ value, label: FINDING_SEVERITY_LABELS[value] }))}
          onChange={(event) =>
            void save({ deploymentGates: { findingsFrom: event.currentTarget.value as FindingSeverity } })
          }
        />
      </div>
    </Panel>
  );
}
