/** Letters beside ASCII that a language is written with, the commonest first; capitals follow by themselves. */
export interface LetterModel {
  readonly letters: string;
  /** Whole words are written with these letters; otherwise they stand between letters of ASCII. */
  readonly wholeWords: boolean;
  readonly encodings: readonly string[];
}

const WESTERN = ['windows-1252', 'macintosh', 'ibm850'];
const CENTRAL = ['windows-1250', 'iso-8859-2'];
const CYRILLIC = ['windows-1251', 'koi8-u', 'iso-8859-5', 'ibm866'];

const latin = (encodings: readonly string[], ...languages: readonly string[]): LetterModel[] =>
  languages.map((letters) => ({ letters, wholeWords: false, encodings }));
const other = (encodings: readonly string[], ...languages: readonly string[]): LetterModel[] =>
  languages.map((letters) => ({ letters, wholeWords: true, encodings }));

/** English, German, French, Spanish, Portuguese, Italian, Swedish, Danish and so on, each by its own row. */
export const LETTER_MODELS: readonly LetterModel[] = [
  // English has no letters beside ASCII, only marks.
  ...latin(['windows-1252', 'macintosh'], ''),
  ...latin(WESTERN, 'üäöß', 'éèàêçôîûâëïùœæ', 'óíáéñúü¿¡', 'ãçáéíóõêâúàô', 'àèéìòù', 'éëïèöüó', 'äåöé', 'øåæéö'),
  ...latin(WESTERN, 'áíéðóþúæöý'),
  ...latin(CENTRAL, 'ęąłśżóćńź', 'íáéěřšžčýůúťďňó', 'áíéčšýžúťôľďňäóĺŕ', 'éáöóőüíúű', 'ăîâşţșț', 'čšžćđ'),
  ...latin(['windows-1254'], 'ışğüöçâî'),
  ...latin(['windows-1257'], 'ėšžųįąčęū', 'āīēšņļūģķžč', 'äõöüšž'),
  ...other(CYRILLIC, 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё', 'оанитівреслкмудпязьгбчйїжшцхєщюґф'),
  ...other(['windows-1251'], 'аиоетнрвслкдзпмуъягчбцжйшщфхюь', 'аоиентрсјвукпдмлзгбчцшњхжћљђфџ'),
  ...other(['windows-1253', 'iso-8859-7'], 'αοιετσνηρπκμλςωυίδάγόέήχθώύφβξζψ'),
  ...other(['windows-1255'], 'יוהלאברתשמנעכדםקחפןסגצטזךץף'),
  ...other(['windows-1256'], 'المنيرتوبعدسفكقحجشطصخأةىزءإضذثظغئؤآپ'),
];

/** Marks that occur in any language, the commonest first; the typographic ones of Windows among them. */
export const MARKS = '’–“”…•—€„‘«»°§\u00a0£';

/** Rarer programs: their encoding has to be so many nats likelier than that of Windows. */
export const HEAD_START: Readonly<Record<string, number>> = { macintosh: 6, ibm850: 6, ibm866: 3, 'iso-8859-5': 3 };

/** Frequent signs, which tell languages apart that share their bytes. */
export const COMMON_SIGNS: Readonly<Record<string, string>> = {
  gb18030:
    '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经模型风险信用评名称部门状态客户数据',
  big5: '的一是不我有大在人了中到資要可以這個你會好為上來學就交也用能如時文說沒他看那提生過下請天模型風險信用評分名稱部門狀態客戶數據',
  shift_jis: '日本人大一年名称部門状態評価信用顧客会社用者時事中上下分月度',
  'euc-kr':
    '이다의는에을가로를고하은지도사한기리인자대시수정일부장서원해주보어전과용상라성아모델이름부서상태위험신고객평가',
};
