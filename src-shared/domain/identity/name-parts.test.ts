import { describe, expect, it } from 'vitest';
import { wordsAlone } from './like-words';
import { numbersInName } from './name-numbers';
import { takeApart } from './name-parts';
import { wordsOfName } from './name-words';

describe('takeApart', () => {
  it.each([
    ['Lingua (previously Engine)', 'lingua', 'engine'],
    ['Renamed: Files Sorter\nPreviously: Mail Sorter.', 'files sorter', 'mail sorter'],
    ['Intake (Note: previously named "Front Desk")', 'intake', 'front desk'],
    ['Insight - AKA Lens', 'insight', 'lens'],
    ['Funk (früher: Leitstelle)', 'funk', 'leitstelle'],
    ['Conseil (anciennement Orientation)', 'conseil', 'orientation'],
    ['Rutas (antes: Reparto)', 'rutas', 'reparto'],
    ['離反予測（旧：解約予測）', '離反予測', '解約予測'],
    ['Drafts\n\nPreviously "Letters"; for everybody since.', 'drafts', 'letters'],
  ])('finds in %j what it was called', (name, main, former) => {
    expect(takeApart(name)).toMatchObject({ main, former });
  });

  it('takes no ordinary word for such a note', () => {
    for (const name of ['Fuels in previously burned land', 'Original Equipment Check', 'Formerly', 'Antes de mañana']) {
      expect(takeApart(name).former, name).toBe('');
    }
  });

  it('keeps brackets and cited numbers apart from the name', () => {
    expect(takeApart('Tsunami zones [2024 INV#WO001; B-7]')).toMatchObject({
      main: 'tsunami zones',
      cited: ['2024', 'WO001', 'B-7'],
    });
    expect(takeApart('Desk (Editing)')).toMatchObject({ main: 'desk editing', bare: 'desk', brackets: 'editing' });
    expect(takeApart('[Un]supervised clustering').main).toBe('un supervised clustering');
    expect(takeApart('[all in brackets]').main).toBe('all in brackets');
  });
});

describe('words and numbers', () => {
  const words = (name: string) => wordsOfName(takeApart(name).main);

  it('takes scripts without blanks apart by script', () => {
    expect(words('住宅ローン審査の支援')).toEqual(['住宅', 'ローン', '審査', '支援']);
    expect(words('おすすめ')).toEqual(['おすすめ']);
  });

  it('knows what a name counts by', () => {
    expect(numbersInName(words('Reader 02 for line 7'))).toEqual(['2', '7']);
    expect(numbersInName(words('Phase IV'))).toEqual(['4']);
    expect(numbersInName(words('Modell B'))).toEqual(['b']);
    expect(numbersInName(words('H2O model for CO2'))).toEqual([]);
    expect(numbersInName(words('画像検査２号'))).toEqual(['2']);
  });

  it('tells exchanged words from other spellings of one', () => {
    const alone = (a: string, b: string) => wordsAlone(words(a), words(b), takeApart(b).main);
    expect(alone('Taxi in', 'Taxi out')).toEqual(['in']);
    expect(alone('Predicting facilites', 'Prediction of facilities')).toEqual([]);
    expect(alone('Kreditscoring', 'Kredit Scoring')).toEqual([]);
    expect(alone('Dokumentenklassifikation', 'Klassifikation der Dokumente')).toEqual([]);
    expect(alone('Privatkunden', 'Firmenkunden')).toEqual(['privatkunden']);
    expect(alone('設備故障予兆検知', '設備故障の予兆検知')).toEqual([]);
  });
});
