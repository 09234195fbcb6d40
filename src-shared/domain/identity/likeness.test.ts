import { describe, expect, it } from 'vitest';
import { evidenceOf, nearnessOf } from './evidence';
import { bandOf, scoreOf } from './likeness';
import { likenessCorpus } from './likeness-corpus';
import type { UnitStanding } from './unit-standing';

const OTHERS = [
  'Invoice reader',
  'Weather router',
  'Fraud alarm for cards',
  'Churn forecast',
  'Route planner',
  'Claims triage',
  'Search for contracts',
  'Speech to text',
  'Translation desk',
  'Stock optimiser',
  'License plate reader',
  'Chatbot for staff',
].map((name) => ({ name, texts: [] }));
const TEXT =
  'Sorts incoming complaints by subject and urgency, so that the clerk on duty answers the most pressing first.';
const OTHER_TEXT =
  'Predicts how much electricity every district will draw tomorrow from temperature, holidays and habits.';

function band(model: string, row: string, unit: UnitStanding = 'same', texts: [string, string] = ['', '']) {
  const corpus = likenessCorpus(
    [{ name: model, texts: [texts[0]] }, ...OTHERS],
    [{ name: row, texts: [texts[1]] }, ...OTHERS],
  );
  return bandOf(scoreOf(evidenceOf(corpus, nearnessOf(corpus, 0, 0)), unit));
}

describe('likeness', () => {
  it('finds renamed models probable: a word more, cut off, in another order, misspelt', () => {
    expect(band('Complaint sorter', 'AI-assisted complaint sorter')).toBe('probably');
    expect(
      band(
        'Sorting of complaints by subject and urgency in the nor',
        'Sorting of complaints by subject and urgency in the northern offices',
      ),
    ).toBe('probably');
    expect(band('Sorter of complaints - Acme', 'Acme complaints sorter')).toBe('probably');
    expect(band('Complaint sorter', 'Complaint sroter')).toBe('probably');
  });

  it('does so in scripts without blanks, and where blanks are set as one likes', () => {
    expect(band('客户流失预测', '客户流失预测模型')).toBe('probably');
    expect(band('保険金支払査定', '保険金支払査定支援ツール')).toBe('probably');
    expect(band('고객 이탈 예측 모델', '고객이탈 예측모델')).toBe('probably');
    expect(band('ระบบพยากรณ์ยอดขาย', 'พยากรณ์ยอดขาย')).toBe('probably');
    expect(band('反欺诈', '反洗钱')).toBeNull();
  });

  it('takes a copied text for enough, and only for a look where it is nearly copied and the names share nothing', () => {
    expect(band('Complaint sorter', 'Athena', 'same', [TEXT, TEXT])).toBe('probably');
    expect(
      band('Complaint sorter', 'Athena', 'same', [TEXT, TEXT.replace('incoming', 'written').replace('duty', 'call')]),
    ).toBe('look');
    expect(band('Complaint sorter', 'Athena', 'same', [TEXT, OTHER_TEXT])).toBeNull();
  });

  it('never finds another number probable, however much the rest agrees', () => {
    expect(band('Reader 2', 'Reader 3', 'same', [TEXT, TEXT])).toBe('look');
    expect(band('Phase II planning', 'Phase III planning', 'same', [TEXT, TEXT])).toBe('look');
    expect(band('Modell A', 'Modell B', 'same', [TEXT, TEXT])).toBe('look');
  });

  it('lets brackets tell two apart, unless they share a word', () => {
    expect(band('Assistant (Editing)', 'Assistant (Extraction)')).not.toBe('probably');
    expect(band('Assistant (public chat)', 'Assistant (public)')).toBe('probably');
    expect(band('Medication cabinet (Pyxis)', 'Medication cabinet')).toBe('probably');
  });

  it('lets the unit decide', () => {
    expect(band('Complaint sorter', 'Complaint sorter', 'gone')).toBe('probably');
    expect(band('Complaint sorter', 'Complaint sorter', 'both_live', [TEXT, TEXT])).toBe('look');
    expect(band('Complaint sorter', 'Complaint triage', 'both_live')).toBeNull();
    expect(band('Complaint sorter', 'Complaint sorter', 'elsewhere', [TEXT, TEXT])).toBeNull();
    expect(band('Complaint sorter', 'Complaint sorter', 'one_lives', [TEXT, OTHER_TEXT])).toBe('look');
  });

  it('does not take boilerplate for evidence', () => {
    const models = ['Scanner', 'Pump', 'Probe'].map((name) => ({ name, texts: [TEXT] }));
    const corpus = likenessCorpus(models, [{ name: 'Athena', texts: [TEXT] }]);
    expect(nearnessOf(corpus, 0, 0).text).toBeNull();
  });
});
