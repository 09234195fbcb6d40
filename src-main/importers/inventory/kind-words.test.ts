import { describe, expect, it } from 'vitest';
import { KINDS } from '#domain/models/kinds';
import { guessMapping } from './guess-mapping';
import { guessAutonomy, guessKind } from './kind-words';
import { guessValue } from './value-synonyms';

describe('words of the kind of a model', () => {
  it.each([
    ['Agentic AI', 'Agentische KI', 'IA agentique', 'Agentische AI', 'Agente de IA', 'agent'],
    [
      'Large language model',
      'Großes Sprachmodell',
      'Modèle génératif',
      'Groot taalmodel',
      'IA generativa',
      'generative',
    ],
    ['Rule-based', 'Regelwerk', 'Règles métier', 'Regelgebaseerd', 'Reglas de negocio', 'rules'],
    [
      'Logistic regression',
      'Ökonometrisch',
      'Régression logistique',
      'Statistisch model',
      'Modelo estadístico',
      'statistical',
    ],
    [
      'Random forest',
      'Maschinelles Lernen',
      'Apprentissage automatique',
      'Neuraal netwerk',
      'Árbol de decisión',
      'classical_ml',
    ],
  ])('%s, %s, %s, %s and %s are one', (...texts) => {
    const kind = texts.pop();
    for (const text of texts) expect(guessKind(text), text).toBe(kind);
  });
  it('does not call what it does not know classical', () => {
    for (const text of ['Pricing', 'Forecast', 'Modell 7', 'AI', 'KI']) expect(guessKind(text), text).toBeNull();
    expect(KINDS).toContain(guessKind('Other'));
  });
  it('reads autonomy', () => {
    expect(['Copilot', 'Mit Freigabe', 'agit seul', 'volautomatisch', 'sugiere'].map(guessAutonomy)).toEqual([
      'suggests',
      'with_approval',
      'alone',
      'alone',
      'suggests',
    ]);
    expect(guessValue('autonomy', 'Autonomiegrad', 'unklar')).toBeNull();
  });
});

const tableOf = (header: string, cells: readonly string[]) => ({
  labels: ['Model name', header],
  rows: cells.map((cell, index) => [`Model ${index}`, cell]),
});

describe('the kind that the type of a model tells', () => {
  const guess = (header: string, cells: readonly string[]) => {
    const { labels, rows } = tableOf(header, cells);
    // Only labels and rows are asked.
    return guessMapping({ labels, rows } as unknown as Parameters<typeof guessMapping>[0]).fields;
  };
  it('is proposed where most texts have a known meaning; the others leave it unknown', () => {
    const kind = guess('Model type', ['XGBoost', 'LLM', 'GLM', 'Expert system', 'Pricing']).find(
      ({ field }) => field === 'kind',
    );
    expect(kind?.columns).toEqual(['Model type']);
    expect(Object.fromEntries(kind?.values.map(({ from, to }) => [from, to]) ?? [])).toEqual({
      XGBoost: 'classical_ml',
      LLM: 'generative',
      GLM: 'statistical',
      'Expert system': 'rules',
      Pricing: '',
    });
  });
  it('is not proposed where few of them have', () => {
    const fields = guess('Model type', ['Pricing', 'LLM', 'Churn', 'Fraud']).map(({ field }) => field);
    expect(fields).toContain('type');
    expect(fields).not.toContain('kind');
  });
});
