import type { Output } from '#contract/index';
import type { DeckPreview } from '#contract/reports/reports';
import { buildReport } from '#domain/reports/build-report';
import { outlineDeck } from '../../exporters/deck/draw-deck';
import { checkLocale } from '../../platform/check-locale';
import { contentHash } from '../../store/reports/reports';
import type { QueryContext } from '../context';
import { dressOf } from './dress';
import { gatherReport } from './gather';

/** Slides beyond these are a list of models: they look like the one before. */
const MOST_DRAWN = 40;

/** What `reports.deck` would write, of the same plan; nothing is written. */
export async function previewDeck(request: DeckPreview, context: QueryContext): Promise<Output<'reports.preview'>> {
  checkLocale(request.locale);
  const dress = await dressOf(request, context);
  const facts = await gatherReport(context, await contentHash(context.read));
  return outlineDeck(buildReport(facts, request), dress, MOST_DRAWN);
}
