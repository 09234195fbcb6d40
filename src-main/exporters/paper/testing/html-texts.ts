import { Parser } from 'htmlparser2';

const UNREAD = new Set(['style', 'title']);
/** Parts of a sentence, not texts of their own. */
const INLINE = new Set(['a', 'span', 'b']);

/** What each element of a page says; the link that only readers of a screen have is left out. */
export function textsOfHtml(html: string): string[] {
  const parts: string[] = [''];
  let unread = 0;
  const parser = new Parser({
    onopentagname: (name) => {
      if (UNREAD.has(name)) unread += 1;
      if (!INLINE.has(name)) parts.push('');
    },
    onclosetag: (name) => {
      if (UNREAD.has(name)) unread -= 1;
      if (!INLINE.has(name)) parts.push('');
    },
    ontext: (words) => {
      if (unread === 0) parts[parts.length - 1] += words;
    },
  });
  parser.end(html.replace(/<a class="skip"[^>]*>[^<]*<\/a>/, ''));
  return parts;
}
