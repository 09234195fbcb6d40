import { expect, it } from 'vitest';
import { DRIFT_METRICS } from '#domain/drift/vocabulary';
import { metricNamed } from './metric-names';

it('knows figures by id, by label and by the names that tables use', () => {
  for (const [id, { label }] of Object.entries(DRIFT_METRICS)) {
    expect(metricNamed(id, null)).toBe(id);
    expect(metricNamed(label, null)).toBe(id);
  }
  expect(metricNamed('Population Stability Index', null)).toBe('psi');
  expect(metricNamed('K-S p_value', null)).toBe('ksP');
});

it('leaves what may mean two things as it is called', () => {
  expect(metricNamed('Jensen-Shannon distance', null)).toBe('Jensen-Shannon distance');
  expect(metricNamed('Jensen-Shannon distance', '2')).toBe('jsBase2');
  expect(metricNamed('js', 'e')).toBe('jsNatural');
  expect(metricNamed('KS', null)).toBe('KS');
  expect(metricNamed('chi-square p_value', null)).toBe('chi-square p_value');
});
