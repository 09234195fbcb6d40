import { describe, expect, it } from 'vitest';
import { letterOf, type MissingModel, mailAddress, ownerQuestions } from './owner-letters';

const model = (name: string, owner: string, rest: Partial<MissingModel> = {}): MissingModel => ({
  modelId: name,
  name,
  unit: 'Cards',
  owner,
  offered: false,
  asked: null,
  since: { fileName: 'first.csv', at: '2025-03-03T09:00:00.000Z' },
  ...rest,
});
const FILE = { fileName: '2025.csv', source: 'Inventory' };

describe('what owners are asked', () => {
  it('stands by owner, most models first, nobody last, and what may be a double is left out', () => {
    const questions = ownerQuestions([
      model('A', ''),
      model('B', 'Ann'),
      model('C', 'Bob', { asked: '2025-05-02T00:00:00.000Z' }),
      model('D', 'Bob', { asked: '2025-05-01T00:00:00.000Z' }),
      model('E', 'Ann', { offered: true }),
      model('F', ''),
    ]);
    expect(questions.map(({ owner, models, asked }) => [owner, models.map(({ name }) => name), asked])).toEqual([
      ['Bob', ['C', 'D'], '2025-05-01T00:00:00.000Z'],
      ['Ann', ['B'], null],
      ['', ['A', 'F'], null],
    ]);
  });

  it('names the models, since when they are here, and the file', () => {
    const [question] = ownerQuestions([
      model('Churn', 'Ann Lee <ann@bank.example>'),
      model('Fraud', 'Ann Lee <ann@bank.example>', { unit: '', since: null }),
    ]);
    if (!question) throw new Error('one owner');
    const { to, subject, body } = letterOf(question, FILE);
    expect([to, subject]).toEqual(['ann@bank.example', '2 models not in 2025.csv']);
    expect(body.split('\n')).toEqual([
      'Hello Ann Lee,',
      '',
      '2025.csv (Inventory) does not have these 2 models of yours any more:',
      '',
      expect.stringMatching(/^- Churn \(Cards\), here since first\.csv of .*2025$/),
      '- Fraud',
      '',
      'For each: is it still in use, does it go by another name now, or was it retired, and since when?',
      'Until you answer, nothing is changed.',
    ]);
  });

  it('fits into the address of a draft, whatever the names', () => {
    const [question] = ownerQuestions(Array.from({ length: 200 }, (_, at) => model(`Größe & Maß ${at}?`, 'Ann')));
    if (!question) throw new Error('one owner');
    const { url, whole } = mailAddress(question, FILE);
    expect(url.length).toBeLessThanOrEqual(1_900);
    expect(whole).toBe(false);
    const query = new URL(url).searchParams;
    expect(query.get('body')).toMatch(/- and \d+ more models, which I list separately/);
    expect([...query.keys()]).toEqual(['subject', 'body']);
    const few = ownerQuestions([model('Churn', 'Ann')])[0];
    expect(few && mailAddress(few, FILE).whole).toBe(true);
  });
});
