import { useDebouncedValue } from '@mantine/hooks';
import { useRouter } from '@tanstack/react-router';
import type { Output } from '#contract/index';
import { useChannel } from '../../client/use-query';
import { useWorkspace } from '../../client/use-workspace';
import { readViewLink } from '../../lib/view-address';
import { recentThings } from '../../stores/recent-things';
import { followLink } from '../follow-link';
import type { PaletteEntry } from './palette-option';

type Hit = Output<'search.find'>['hits'][number];

const GROUPS: Readonly<Record<Hit['kind'], string>> = {
  model: 'Models',
  incident: 'Incidents',
  scenario: 'Scenarios',
  assessment: 'Assessments',
};

/** Long enough that a word typed at once is one question. */
const PAUSE_MS = 80;
/** Things opened lately that an empty palette begins with. */
const RECENT = 5;

function hrefOf({ kind, id }: Hit): string {
  const of = encodeURIComponent(id);
  switch (kind) {
    case 'model':
      return `/models/${of}`;
    case 'incident':
      return `/incidents/${of}`;
    case 'scenario':
      return `/investment/${of}`;
    case 'assessment':
      return `/assessments/${of}/result`;
  }
}

/** Things by their name, the best first; of an empty query those that were opened lately; of a link the view that it leads to. */
export function useFound(query: string, portfolioOpen: boolean): readonly PaletteEntry[] {
  const { history } = useRouter();
  const { data: workspace } = useWorkspace();
  const portfolio = workspace?.portfolio;
  const [text] = useDebouncedValue(query.trim(), PAUSE_MS);
  const link = readViewLink(query);
  const recent = portfolio ? recentThings(`${portfolio.folder}/${portfolio.fileName}`) : [];
  const ask = portfolioOpen && link === null && text.length <= 200 && (text !== '' || recent.length > 0);
  const { data } = useChannel('search.find', { text, recent: [...recent] }, { enabled: ask, keepPrevious: false });
  if (link !== null)
    return [
      {
        id: 'link',
        group: 'Link',
        label: 'Open the view of this link',
        detail: link.of === '' ? link.href : link.of,
        run: () => followLink(link, portfolio?.name ?? null, (href) => history.push(href)),
      },
    ];
  // What was found for the words before is not shown beside the words of now: Enter would open one that nobody meant.
  if (!ask || text !== query.trim()) return [];
  const hits = text === '' ? (data?.hits.slice(0, RECENT) ?? []) : (data?.hits ?? []);
  return hits.map((hit) => ({
    id: `${hit.kind}-${hit.id}`,
    group: text === '' ? 'Opened lately' : GROUPS[hit.kind],
    label: hit.label,
    detail: hit.detail,
    run: () => history.push(hrefOf(hit)),
  }));
}
