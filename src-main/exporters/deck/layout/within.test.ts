import { expect, it } from 'vitest';
import { tempFiles } from '../../../importers/testing/temp-files';
import { missingWords } from '../../testing/content-words';
import { partsOf } from '../../testing/office-package';
import { drawDeck } from '../draw-deck';
import { planDeck } from '../plan-deck';
import { openTemplate } from '../template/open-template';
import { boardContent } from '../testing/board-content';
import { allWords, deckFaults, slidesOf } from '../testing/deck-parts';
import { NARROW_TEMPLATES, TEMPLATES } from '../testing/other-templates';

const files = tempFiles();
const board = boardContent();
const LEFT = 'In the steering deck stands besides: ';

it('leaves nothing out where there is room', () => {
  const { pages, sections } = planDeck(board, { cover: false, most: 8 });
  expect(pages).toHaveLength(8);
  expect(sections).toEqual(board.sections);
});

it.each([...Object.keys(TEMPLATES), ...Object.keys(NARROW_TEMPLATES)])(
  'has eight slides in a template %s, and says once what it left out',
  async (name) => {
    const made = { ...TEMPLATES, ...NARROW_TEMPLATES }[name]?.() ?? new Uint8Array();
    const dress = { template: await openTemplate(await files.write('client.potx', made)), cover: false, most: 8 };
    const { pages, sections } = planDeck(board, dress);
    const bytes = drawDeck(board, dress, () => {});
    expect(pages.length).toBe(8);
    expect(slidesOf(partsOf(bytes))).toHaveLength(8);
    expect(deckFaults(bytes)).toEqual([]);
    expect(missingWords({ ...board, sections }, allWords(bytes))).toEqual([]);
    // What is not shown is named, and what is decided stays whole.
    expect(missingWords({ ...board, sections: board.sections.slice(0, 1) }, allWords(bytes))).toEqual([]);
    const told = allWords(bytes).split(LEFT).length - 1;
    const whole = missingWords(board, allWords(bytes)).length === 0;
    expect(told).toBe(whole ? 0 : 1);
    for (const [at, { blocks }] of board.sections.entries()) {
      const kept = new Set(sections[at]?.blocks.map((block) => ('title' in block ? block.title : '')));
      const named = allWords(bytes).split(LEFT)[1] ?? '';
      for (const block of blocks)
        if ('title' in block && !kept.has(block.title) && block.title !== 'Where the answer turns')
          expect(named).toContain(`“${block.title}”`);
    }
  },
);
