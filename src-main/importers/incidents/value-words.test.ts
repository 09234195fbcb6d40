import { describe, expect, it } from 'vitest';
import { INCIDENT_CAUSE_LABELS, INCIDENT_CAUSES } from '#domain/incidents/vocabulary';
import { guessValue } from './value-words';

const cause = (cell: string): string => guessValue('cause', cell, [cell]);

describe('words of the cause of an incident', () => {
  it.each([
    [
      'prompt_change',
      'Prompt change',
      'Prompt-Änderung',
      'Geänderter Prompt',
      'Changed the system prompt',
      'Changement de prompt',
    ],
    [
      'provider_model_change',
      'Provider model update',
      'Anbieter-Modell geändert',
      'Modellwechsel beim Anbieter',
      'Modèle du fournisseur',
    ],
    [
      'tool_failure',
      'Tool failure',
      'Werkzeugfehler',
      'Toolausfall',
      'Function call timed out',
      'Fallo de la herramienta',
    ],
    ['prompt_injection', 'Prompt injection', 'Prompt-Injektion', 'Jailbreak', 'Inyección de prompt'],
    ['hallucination', 'Hallucination', 'Halluzination', 'Alucinación', 'Confabulated a source'],
    ['data_leak', 'Data leak', 'Datenleck', 'Datenabfluss', 'Fuite de données', 'Datalek', 'Data breach'],
  ])('tell %s', (wanted, ...cells) => {
    for (const cell of cells) expect(cause(cell), cell).toBe(wanted);
  });
  it('still mean what they meant', () => {
    expect(
      [
        'Concept drift',
        'Upstream change',
        'Data leakage into the test set',
        'Config change',
        'Network',
        'Attack',
        'Bias',
      ].map(cause),
    ).toEqual([
      'drift',
      'upstream_change',
      'data_quality',
      'code_or_configuration',
      'infrastructure',
      'security',
      'fairness',
    ]);
  });
  it('are read back as an export wrote them', () => {
    for (const one of INCIDENT_CAUSES) if (one !== 'unknown') expect(cause(INCIDENT_CAUSE_LABELS[one]), one).toBe(one);
  });
});
