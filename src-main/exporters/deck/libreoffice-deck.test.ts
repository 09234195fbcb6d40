import { expect, it } from 'vitest';
import { tempFiles } from '../../importers/testing/temp-files';
import { findOffice, printedByOffice } from '../../testing/libreoffice';
import { needs } from '../../testing/needs';
import { drawDeck } from './draw-deck';
import { chartOf, contentOf, sectionOf, tableOf } from './testing/deck-content';

const office = findOffice();
const files = tempFiles();

it('opens in LibreOffice, which prints a page for each slide', { ...needs(office), timeout: 240_000 }, () => {
  const sections = [sectionOf('A', [chartOf()]), sectionOf('B', [tableOf([['Act', 'Churn', '3']])])];
  const deck = drawDeck(contentOf(sections), {}, () => {});
  const pdf = Buffer.from(printedByOffice(office, files.path('.'), deck)).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(3);
});
