import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../testing/encode-text';
import { decodeInSteps } from './decode';
import { findEncoding } from './find-encoding';

/** Short tables as people have them, in the encodings of the programs that they were saved with. */
const TABLES: readonly (readonly [encoding: string, text: string])[] = [
  ['windows-1252', 'Name;Größe;Prüfer\nKündigungsrisiko;groß;Müller\nBetrugsfälle;mäßig;Jörg Schäfer\n'],
  ['windows-1252', 'Nom;Propriétaire\nModèle de défaut;Hélène Lefèvre\nPrévision des sinistres;François Béranger\n'],
  ['windows-1252', 'Nombre;Dueño\nPrevisión de daños;José Muñoz\nDetección de fraude;Ángel Ibáñez\n'],
  ['windows-1252', 'Nome;Responsável\nPrevisão de cancelamento;João Conceição\nDetecção de fraude;Inês Magalhães\n'],
  ['windows-1252', 'Namn;Ägare\nFörutsägelse av uppsägning;Åsa Sjöberg\nBedrägeri;Göran Öberg\n'],
  ['windows-1250', 'Nazwa;Właściciel\nWykrywanie oszustw;Łukasz Wiśniewski\nRezygnacja klientów;Małgorzata Żółć\n'],
  ['iso-8859-2', 'Nazwa;Właściciel\nWykrywanie oszustw;Łukasz Wiśniewski\nRezygnacja klientów;Małgorzata Żółć\n'],
  ['windows-1250', 'Název;Vlastník\nPředpověď škod;Jiří Dvořák\nRozpoznání podvodů;Štěpán Novák\n'],
  ['windows-1250', 'Név;Felelős\nCsalás felismerése;Kovács Győző\nLemorzsolódás előrejelzése;Szűcs Ödön\n'],
  ['windows-1254', 'Ad;Sorumlu\nMüşteri kaybı tahmini;İsmail Yıldız\nDolandırıcılık;Ayşe Güneş\n'],
  ['windows-1257', 'Pavadinimas;Savininkas\nKlientų praradimo prognozė;Šarūnas Žukauskas\nSukčiavimo aptikimas;Rūta\n'],
  ['windows-1251', 'Название;Владелец\nПрогноз оттока клиентов;Иванова Мария\nКредитный скоринг;Петров Сергей\n'],
  ['koi8-u', 'Название;Владелец\nПрогноз оттока клиентов;Иванова Мария\nКредитный скоринг;Петров Сергей\n'],
  ['ibm866', 'Название;Владелец\nПрогноз оттока клиентов;Иванова Мария\nКредитный скоринг;Петров Сергей\n'],
  ['windows-1251', 'Назва;Власник\nПрогноз відтоку клієнтів;Шевченко Оксана\nКредитний скоринг;Бойко Андрій\n'],
  ['windows-1253', 'Όνομα;Υπεύθυνος\nΠρόβλεψη αποχώρησης πελατών;Γιώργος Παπαδόπουλος\nΑπάτη;Μαρία\n'],
  ['windows-1255', 'שם;אחראי\nחיזוי נטישת לקוחות;דוד כהן\nזיהוי הונאה;רות לוי\n'],
  ['windows-1256', 'الاسم;المسؤول\nتوقع فقدان العملاء;محمد علي\nكشف الاحتيال;فاطمة حسن\n'],
  ['macintosh', 'Nom;Propriétaire\nModèle de défaut;Hélène Lefèvre\nPrévision;François Béranger\n'],
  ['ibm850', 'Name;Größe\nKündigungsrisiko;groß\nBetrugsfälle;mäßig\nPrüfung;größer\n'],
  ['gb18030', '名称,负责人,状态\n客户流失预测模型,张伟,生产中\n信用评分卡,李娜,开发中\n欺诈检测,王芳,已停用\n'],
  ['big5', '名稱,負責人,狀態\n客戶流失預測模型,張偉,使用中\n信用評分卡,李娜,開發中\n'],
  ['shift_jis', '名称,担当者,状態\n解約予測モデル,田中太郎,本番\n信用スコアリング,佐藤花子,開発中\n'],
  ['euc-jp', '名称,担当者,状態\n解約予測モデル,田中太郎,本番\n信用スコアリング,佐藤花子,開発中\n'],
  ['euc-kr', '이름,담당자,상태\n고객 이탈 예측 모델,김철수,운영\n신용 평가,이영희,개발\n'],
];

const readAs = (bytes: Uint8Array, encoding: ReturnType<typeof findEncoding>): string =>
  [...decodeInSteps(bytes, encoding)].map(({ text }) => text).join('');

describe('the encoding of a text', () => {
  it.each(TABLES)('is found: %s %s', (encoding, text) => {
    const bytes = encodeText(text, encoding);
    const found = findEncoding('table.csv', bytes, 'auto');
    expect({ text: readAs(bytes, found), certain: found.certain }).toEqual({ text, certain: true });
  });

  it.each(TABLES)(
    'is found from one line, or asked about with the right one among the choices: %s %s',
    (encoding, text) => {
      for (const line of text.split('\n').filter((each) => each !== '')) {
        const bytes = encodeText(line, encoding);
        const found = findEncoding('table.csv', bytes, 'auto');
        if (found.certain) expect(readAs(bytes, found)).toBe(line);
        else expect(found.choices.map(({ sample }) => sample)).toContain(line.trim());
      }
    },
  );

  it('asks about a text that could be anything, with the same lines in each encoding', () => {
    const bytes = Buffer.from([...Buffer.from('name\nA'), 0xb5, 0xc0, ...Buffer.from('\n')]);
    const { certain, choices } = findEncoding('table.csv', bytes, 'auto');
    expect(certain).toBe(false);
    expect(choices.length).toBeGreaterThan(1);
    for (const { sample } of choices) expect(sample).toMatch(/^A/);
    expect(new Set(choices.map(({ sample }) => sample)).size).toBe(choices.length);
  });

  it('asks where its dashes would be letters that stand alone in every encoding that is known', () => {
    for (const line of [
      'd) Retired \u0000 The agency\u0001s use case\n',
      'Live \u0000 in use \u0000 in last year\u0001s list\n',
    ]) {
      const bytes = Buffer.from(line.repeat(20), 'latin1').map((byte) => [0xa4, 0xa1][byte] ?? byte);
      expect(findEncoding('form.csv', bytes, 'auto').certain).toBe(false);
    }
  });

  it.each([
    ['utf-16le', 'naïve,1\nб,2\n'],
    ['utf-16be', 'naïve,1\nб,2\n'],
    ['utf-16le', '名称,状态\n模型,生产\n评分,开发\n'],
  ])('is %s without a mark, in any language', (label, text) => {
    const bytes = Buffer.from(text, 'utf16le');
    const found = findEncoding('wide.csv', label === 'utf-16be' ? bytes.swap16() : bytes, 'auto');
    expect(found).toMatchObject({ label, certain: true });
  });

  it('is Japanese in seven bits', () => {
    const bytes = Buffer.from('\u001b$B%b%G%k\u001b(B,1\n', 'latin1');
    const found = findEncoding('mail.csv', bytes, 'auto');
    expect(readAs(bytes, found)).toBe('モデル,1\n');
  });

  it('is UTF-8 with odd bytes where a few lines were pasted from elsewhere', () => {
    const line = 'Größe,Müller\n';
    const bytes = Buffer.concat([Buffer.from(line.repeat(20)), encodeText(line, 'windows-1252')]);
    const found = findEncoding('mixed.csv', bytes, 'auto');
    expect(found).toMatchObject({ label: 'utf-8', oddLines: 1, certain: true });
    expect(readAs(bytes, found)).toBe(line.repeat(21));
  });

  it('is what was asked for, and says what else it could be', () => {
    const bytes = encodeText('Größe\n', 'windows-1252');
    const found = findEncoding('table.csv', bytes, 'iso-8859-2');
    expect(found).toMatchObject({ label: 'iso-8859-2', certain: true });
    expect(found.choices.map(({ encoding }) => encoding)).toContain('windows-1252');
    expect(() => findEncoding('table.csv', bytes, 'klingon')).toThrow(/no such encoding is known/);
  });

  it('never fails, whatever the bytes are, and reads UTF-8 as it was written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const found = findEncoding('bytes', bytes, 'auto');
        expect(readAs(bytes, found).length).toBeLessThanOrEqual(bytes.length + 1);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        fc.pre(!text.includes('\u0000') && !text.startsWith('\ufeff') && !text.includes('\u001b'));
        const bytes = Buffer.from(text);
        expect(readAs(bytes, findEncoding('text', bytes, 'auto'))).toBe(bytes.toString());
      }),
    );
  });
});
