import { describe, expect, it } from 'vitest';
import { foldId, isBareId, isPlaceholderId } from './fold-id';
import { foldName } from './fold-name';

describe('foldName', () => {
  it.each([
    ['Ｋａｎａ  FULL-width', 'kana full width'],
    ['Prévision – été', 'prevision ete'],
    ['Risk & Audit', 'risk and audit'],
    ['Forschung und Entwicklung', 'forschung and entwicklung'],
    ['Straße', 'strasse'],
    ['İstanbul ILIK', 'istanbul ilik'],
    ['Łódź, Ærø', 'lodz aero'],
    ['Ёлка Й', 'елка и'],
    ['ﬁle №1', 'file no1'],
    ['  ', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(foldName(text)).toBe(folded);
  });

  it('leaves the marks that tell words apart in other scripts', () => {
    expect(foldName('ガス')).not.toBe(foldName('カス'));
    expect(foldName('ｶﾞｽ')).toBe(foldName('ガス'));
    expect(foldName('हिंदी')).not.toBe(foldName('हदी'));
    expect(foldName('한국어')).toBe('한국어');
    expect(foldName('مُحَمَّد')).toBe(foldName('محمد'));
  });

  it('folds what is folded to itself, whatever the signs', () => {
    for (const text of ['A & B', 'und & et und et', 'C++', '***', '«Œuvre»', '与信審査（試行）']) {
      expect(foldName(foldName(text))).toBe(foldName(text));
    }
    expect(foldName('***')).toBe('***');
  });
});

describe('ids', () => {
  it('compares without case, compatibility forms and blanks around dashes, but keeps leading zeros', () => {
    expect(foldId(' FDIC – 52 ')).toBe('fdic-52');
    expect(foldId('ｋ－１')).toBe('k-1');
    expect(foldId('0012')).not.toBe(foldId('12'));
    expect(foldId('A\u200b-1')).toBe('a-1');
  });

  it('takes placeholders for none', () => {
    for (const text of [
      '',
      'TBD',
      'N/A',
      ' - ',
      '–',
      '0',
      '000',
      'none',
      'Unknown',
      '?',
      'k.A.',
      'néant',
      '未定',
      'xxx',
      '#',
    ]) {
      expect(isPlaceholderId(foldId(text)), text).toBe(true);
    }
    for (const text of ['1', 'K-0', 'NA-1', 'new-york-3', '2024-001']) {
      expect(isPlaceholderId(foldId(text)), text).toBe(false);
    }
  });

  it('knows a bare counter', () => {
    expect(['34', '007', '#12', 'Nr. 5'].map((id) => isBareId(foldId(id)))).toEqual([true, true, true, true]);
    expect(['K-34', '20139567', '3a'].map((id) => isBareId(foldId(id)))).toEqual([false, false, false]);
  });
});
