import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testBackend } from '../../testing/test-backend';

async function preview(name: string, content: string) {
  const { folder, call } = await testBackend();
  const file = join(folder, name);
  writeFileSync(file, content);
  return call('imports.preview', { file });
}

it('a list of incidents with German headers is offered as incidents', async () => {
  const found = await preview(
    'störungen.csv',
    'Störung;Ticketnummer;Priorität;Eröffnet;Gelöst\nFalsche Scores;INC-1;Hoch;01.02.2026 10:00;01.02.2026 12:30\n',
  );
  expect(found).toMatchObject({ format: 'incidents', creates: 1, rejected: 0 });
});

it('answers of incident tools are offered as incidents, never as models', async () => {
  const serviceNow = {
    result: [{ sys_id: 'a1', number: 'INC1', opened_at: '2026-02-01 10:00:00', short_description: 'Down' }],
  };
  const pagerDuty = {
    incidents: [
      {
        id: 'P1',
        type: 'incident',
        incident_number: 7,
        title: 'Late',
        created_at: '2026-02-01T10:00:00Z',
        status: 'resolved',
        urgency: 'high',
        resolved_at: '2026-02-01T11:00:00Z',
        service: { id: 'S', summary: 'Pricing' },
      },
    ],
    limit: 25,
  };
  const jira = {
    issues: [
      {
        id: '1',
        self: 'https://j.test',
        key: 'OPS-1',
        fields: {
          summary: 'Drifted',
          status: { name: 'Open' },
          priority: { name: 'High' },
          created: '2026-02-01T10:00:00Z',
        },
      },
    ],
  };
  for (const [name, answer] of Object.entries({ serviceNow, pagerDuty, jira }))
    expect(await preview(`${name}.json`, JSON.stringify(answer)), name).toMatchObject({
      format: 'incidents',
      creates: 1,
    });
});

it('a file that is none of ours says so', async () => {
  const weather = await preview('days.csv', 'instant,dteday,temp,hum,windspeed,cnt\n1,2011-01-01,0.24,0.81,0,16\n');
  expect(weather).toMatchObject({ format: 'inventory', creates: 0, rejected: 1 });
  expect(weather.problems.map(({ code }) => code)).toContain('not_recognised');
  const people = await preview('people.csv', 'Name,E-mail,Phone,City\nAnn,a@x.test,1,Bonn\n');
  expect(people.problems[1]?.message).toContain('“Name”, “E-mail”, “Phone”, “City”');
  const models = await preview('models.csv', 'Name,Owner E-mail,Customer,Stage\nChurn,a@x.test,B,Live\n');
  expect(models).toMatchObject({ creates: 1, problems: [] });
});

it('what was mapped last is proposed for the next file', async () => {
  const { folder, call } = await testBackend();
  const file = join(folder, 'house.csv');
  writeFileSync(file, 'Ding,Ampel\nChurn,Zombie\nFraud,live\n');
  const mapping = {
    fields: [
      { field: 'name' as const, columns: ['Ding'] },
      {
        field: 'stage' as const,
        columns: ['Ampel'],
        values: [
          { from: 'Zombie', to: 'retired' },
          { from: 'live', to: 'deployed' },
        ],
      },
    ],
  };
  const { importId } = await call('imports.apply', { file, mapping });
  const next = join(folder, 'next.csv');
  writeFileSync(next, 'Ampel,Ding\nzombie,Pricing\n');
  const found = await call('imports.preview', { file: next });
  if (found.format !== 'inventory') throw new Error(found.format);
  expect(found.sample).toMatchObject([{ name: 'Pricing', stage: 'retired' }]);
  // What was taken back is no example.
  await call('imports.undo', { importId });
  expect(await call('imports.preview', { file: next })).toMatchObject({ creates: 0 });
});
