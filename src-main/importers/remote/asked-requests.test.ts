import { describe, expect, it } from 'vitest';
import { countRequests, whatOf } from './asked-requests';

const get = (path: string, headers: Record<string, string> = {}) => whatOf({ method: 'GET', path, headers });

describe('what is noted of requests', () => {
  it.each([
    [
      '/api/2.0/mlflow/registered-models/search?max_results=1000&page_token=abc',
      'GET /api/2.0/mlflow/registered-models/search',
    ],
    ['/rest/api/3/issue/OPS-1', 'GET /rest/api/3/issue/…'],
    ['/api/projects/0192fa3c-11/snapshots', 'GET /api/projects/…/snapshots'],
    ['/api/2.1/unity-catalog/models/main.risk.churn/versions', 'GET /api/2.1/unity-catalog/models/…/versions'],
    ['/api/model_registry/v1alpha3/registered_models', 'GET /api/model_registry/v1alpha3/registered_models'],
    [
      '/v1/projects/acme-1/locations/europe-west1/models/47:listVersions',
      'GET /v1/projects/…/locations/…/models/…:listVersions',
    ],
    [
      '/v1/projects/acme-models/locations/europe-west1/models/fraud-scorer:listVersions',
      'GET /v1/projects/…/locations/…/models/…:listVersions',
    ],
    [
      '/api/model_registry/v1alpha3/registered_models/12/versions',
      'GET /api/model_registry/v1alpha3/registered_models/…/versions',
    ],
    ['/ml/churn/api/2.0/mlflow/experiments/search', 'GET /…/…/api/2.0/mlflow/experiments/search'],
    ['/t/sk-4711secret/api/now/table/incident#x', 'GET /…/…/api/now/table/incident'],
    ['/Secret%20Token/incidents', 'GET /…/incidents'],
  ])('leaves names, ids and queries out of %s', (path, said) => {
    expect(get(path)).toBe(said);
  });

  it('names the operation of an interface that has one path', () => {
    expect(whatOf({ method: 'POST', path: '/', headers: { 'x-amz-target': 'SageMaker.ListModelPackages' } })).toBe(
      'POST / ListModelPackages',
    );
  });

  it('is bounded, and counts all', () => {
    const { heard, asked, total } = countRequests();
    for (let n = 0; n < 100; n += 1)
      heard({ method: 'GET', path: `/${'x/'.repeat(1 + (n % 30))}`, headers: {}, status: n === 7 ? 0 : 200 });
    expect(total()).toBe(100);
    expect(asked()).toHaveLength(21);
    expect(asked().reduce((sum, { count }) => sum + count, 0)).toBe(100);
    expect(asked().flatMap(({ answers }) => answers.filter(({ code }) => code === 0))).toEqual([{ code: 0, count: 1 }]);
  });
});
