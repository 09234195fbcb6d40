import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Answer, Golden } from '../../mlflow/testing/golden';

const recorded = <T>(name: string): T =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`./${name}`, import.meta.url)), 'utf8')) as T; // recorded

/** What Evidently's service answered, by path and query; see record.py. */
export const readEvidently = (): Golden => recorded('evidently-0.7.23.json');

/** The files that the workspace behind it keeps of the same runs, by `PROJECT RUN.json`. */
export const readWorkspace = (): Record<string, string> => recorded('workspace-0.7.23.json');

/** As the recorded service answers; what `golden` holds may be changed between two requests. */
export const evidentlyAnswer =
  (golden: Golden): Answer =>
  (request, response) => {
    const found = golden[request.url ?? ''];
    response.writeHead(found?.status ?? 404, { 'content-type': 'application/json' });
    response.end(found?.body ?? '');
  };

/** Another run of a project, which says what another one said, at another time. */
export function addRun(golden: Golden, project: string, time: string): string {
  const list = `/api/projects/${project}/snapshots`;
  const runs = JSON.parse(golden[list]?.body ?? '[]') as { id: string; timestamp: string }[]; // as recorded
  const [first] = runs;
  if (!first) throw new Error('it has no run');
  const id = first.id.replace(/.{4}$/, String(1000 + runs.length));
  golden[list] = { status: 200, body: JSON.stringify([...runs, { ...first, id, timestamp: time }]) };
  for (const rest of ['/download?report_format=json', '/data']) {
    const known = golden[`/api/projects/${project}/${first.id}${rest}`];
    if (known) golden[`/api/projects/${project}/${id}${rest}`] = known;
  }
  return id;
}

/** Id of a recorded project. */
export function projectId(golden: Golden, name: string): string {
  const all = JSON.parse(golden['/api/projects/']?.body ?? '[]') as { id: string; name: string }[]; // as recorded
  return all.find((one) => one.name === name)?.id ?? '';
}
