import type { ReportBlock, ReportContent } from '#domain/reports/content';

function textsOf(block: ReportBlock): readonly string[] {
  switch (block.kind) {
    case 'figures':
      return block.figures.flatMap(({ label, value, detail }) => [label, value, detail]);
    case 'text':
      return [block.title, ...block.paragraphs];
    case 'table':
      return [block.title, block.reading, ...block.columns.map(({ title }) => title), ...block.rows.flat()];
    case 'chart':
      return [
        block.title,
        block.reading,
        ...block.categories,
        ...block.series.flatMap(({ name, colour }) => (colour === 'none' ? [] : [name])),
      ];
  }
}

/** Words and numbers of a text; of Japanese, which has no spaces, pairs of letters. */
function wordsOf(text: string): string[] {
  return text.split(/\s+/).flatMap((word) => (/[\u3040-\u9fff]/.test(word) ? [...word] : [word]));
}

/** Every text of the sections of a content, as it is to be found in a file. */
export const contentTexts = ({ sections }: ReportContent): string[] =>
  sections.flatMap(({ headline, lead, blocks }) => [headline, lead, ...blocks.flatMap(textsOf)]);

/** How often each word stands in the sections of a content. */
export const contentWords = (content: ReportContent): ReadonlyMap<string, number> => tally(contentTexts(content));

function tally(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap(wordsOf)) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Words of the content that a file holds less often than the content does; a line each. */
export function missingWords(content: ReportContent, file: string): string[] {
  const there = tally([file]);
  return [...contentWords(content)].flatMap(([word, count]) => {
    const found = there.get(word) ?? 0;
    return found >= count ? [] : [`${word}: ${found} of ${count}`];
  });
}

const bare = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '');

/** Texts that a file holds less often than they are asked for, wherever it breaks their lines; one each. */
export function missingTexts(texts: readonly string[], file: string): string[] {
  const there = bare(file);
  const wanted = new Map<string, number>();
  for (const text of texts) if (bare(text) !== '') wanted.set(bare(text), (wanted.get(bare(text)) ?? 0) + 1);
  return [...wanted].flatMap(([text, count]) => {
    const found = there.split(text).length - 1;
    return found >= count ? [] : [`${text}: ${found} of ${count}`];
  });
}
