import { z } from 'zod';

/** A node of Atlassian's document format: what Jira Cloud gives for a formatted text. */
interface AdfNode {
  readonly type?: string | undefined;
  readonly text?: string | undefined;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly content?: readonly AdfNode[] | undefined;
}
const AdfNode: z.ZodType<AdfNode> = z.object({
  type: z.string().optional(),
  text: z.string().optional(),
  attrs: z.record(z.string(), z.unknown()).optional(),
  get content() {
    return z.array(AdfNode).optional();
  },
});

const BLOCKS = new Set([
  'paragraph',
  'heading',
  'codeBlock',
  'blockquote',
  'panel',
  'rule',
  'listItem',
  'taskItem',
  'decisionItem',
  'tableRow',
  'expand',
  'nestedExpand',
]);
/** Deeper than any document that somebody wrote. */
const DEEPEST = 60;

/** The plain text of a formatted one; '' of what is none. Jira Data Center gives plain text as it is. */
export function adfText(content: unknown): string {
  if (typeof content === 'string') return content.trim();
  const document = AdfNode.safeParse(content);
  if (!document.success) return '';
  return textOf(document.data, 0)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function textOf({ type = '', text, attrs, content = [] }: AdfNode, depth: number): string {
  if (depth > DEEPEST) return '';
  if (text !== undefined) return text;
  if (type === 'hardBreak') return '\n';
  if (type === 'mention' || type === 'emoji' || type === 'status' || type === 'date') return said(attrs);
  if (type === 'inlineCard' || type === 'blockCard' || type === 'embedCard') return string(attrs?.['url']);
  const inside = content.map((node) => textOf(node, depth + 1));
  // A cell is a line of its row, whatever stands in it.
  const cells = inside.map((cell) => cell.trim().replace(/\n+/g, ' '));
  const block = type === 'tableRow' ? cells.join(' | ') : inside.join('');
  return BLOCKS.has(type) ? `${block}\n` : block;
}

const string = (value: unknown): string => (typeof value === 'string' ? value : '');

function said(attrs: AdfNode['attrs']): string {
  const when = Number(attrs?.['timestamp'] ?? Number.NaN);
  if (Number.isFinite(when) && Math.abs(when) < 8.64e15) return new Date(when).toISOString().slice(0, 10);
  return string(attrs?.['text']) || string(attrs?.['shortName']);
}
