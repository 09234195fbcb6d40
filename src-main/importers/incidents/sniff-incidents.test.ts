import { describe, expect, it } from 'vitest';
import { tableOf } from '../testing/table-of';
import { guessIncidentMapping, looksLikeIncidents, toolOf } from './guess-mapping';

const labels = (line: string): readonly string[] => line.split(',').map((label) => label.trim());

describe('a list of incidents is known', () => {
  it.each([
    ['Störung, Ticketnummer, Priorität, Eröffnet, Gelöst'],
    ['Ticketnummer, Kurzbeschreibung, Status, Prioritaet, Eroeffnet am'],
    ['Vorfallnummer, Titel, Schweregrad, Gemeldet am, Behoben am, Zustand'],
    ["Numéro d'incident, Objet, Priorité, Statut, Ouvert le, Résolu le"],
    ['Incidentnummer, Onderwerp, Prioriteit, Status, Aangemaakt op, Opgelost op'],
    ['Número de incidencia, Asunto, Prioridad, Estado, Fecha de apertura, Fecha de cierre'],
    ['Incident ID, Title, Severity, Opened'],
    ['sys_id, number, opened_at, short_description'],
    ['number, sys_id, opened_at, incident_state, priority, cmdb_ci.display_value, cmdb_ci.link'],
    ['id, incident_number, title, created_at, status, urgency, service.summary, resolved_at, incident_key, html_url'],
    [
      'expand, id, self, key, fields.summary, fields.status.name, fields.priority.name, fields.created, fields.resolutiondate',
    ],
  ])('%s', (line) => {
    expect(looksLikeIncidents(labels(line))).toBe(true);
  });

  it.each([
    ['Modellname, Geschäftsbereich, Status, Risikoklasse, Erstellt am, Priorität'],
    ['name, sys_id, number, sys_created_on, state, use_case, lifecycle_stage, assignment_group'],
    ['Use case, Status, Created, Priority, End date, Intended purpose'],
    ['Name, Status, Created, Number of incidents'],
    ['tool_name, publishing_body, published, url'],
  ])('and is not taken for one: %s', (line) => {
    expect(looksLikeIncidents(labels(line))).toBe(false);
  });

  it('in the answer of an interface by the parts of its paths', () => {
    const header = labels(
      'self, key, fields.issuetype.name, fields.summary, fields.status.name, fields.priority.name, fields.created, fields.resolutiondate',
    );
    expect(toolOf(header)).toBe('jira');
    const mapping = guessIncidentMapping(
      tableOf(header, [
        'https://j.test/1',
        'OPS-1',
        'Bug',
        'Scores late',
        'Done',
        'High',
        '2026-01-02T10:00:00Z',
        '2026-01-02T12:00:00Z',
      ]),
    );
    expect(Object.fromEntries(mapping.fields.map(({ field, columns }) => [field, columns[0]]))).toMatchObject({
      externalId: 'key',
      title: 'fields.summary',
      status: 'fields.status.name',
      severity: 'fields.priority.name',
      openedAt: 'fields.created',
      resolvedAt: 'fields.resolutiondate',
    });
  });

  it('with its states and priorities in German', () => {
    const { fields, values } = guessIncidentMapping(
      tableOf(
        labels('Ticketnummer, Störung, Priorität, Status, Eröffnet, Gelöst'),
        ['T1', 'Steht', '1 - Kritisch', 'Gelöst', '01.02.2026 10:00', '01.02.2026 12:00'],
        ['T2', 'Langsam', 'Niedrig', 'In Bearbeitung', '02.02.2026 10:00', ''],
        ['T3', 'Falsch', 'Mittel', 'Offen', '13.02.2026 10:00', ''],
      ),
    );
    expect(fields.map(({ field }) => field)).toEqual([
      'externalId',
      'title',
      'status',
      'severity',
      'openedAt',
      'resolvedAt',
    ]);
    expect(values.map(({ from, to }) => `${from}: ${to}`)).toEqual([
      'Gelöst: resolved',
      'In Bearbeitung: acknowledged',
      'Offen: open',
      '1 - Kritisch: 1',
      'Niedrig: 4',
      'Mittel: 3',
    ]);
  });
});
