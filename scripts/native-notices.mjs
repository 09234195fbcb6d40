// Whose works are compiled into a binary, as its one C file says: terms in full, and of those under the package's own MIT
// terms the lines of copyright.
import { readFileSync } from 'node:fs';

const COMMENT = /\/\*[\s\S]*?\*\//g;
const COPYRIGHT = /copyright[^\n]*((19|20)\d\d|\(c\))/i;
const MIT = /SPDX-License-Identifier: MIT|License: +MIT/;

export function nativeNotices(path) {
  const lines = new Set();
  const terms = new Set();
  for (const [comment] of readFileSync(path, 'utf8').matchAll(COMMENT)) {
    if (!COPYRIGHT.test(comment)) continue;
    const text = plain(comment);
    if (!MIT.test(comment)) terms.add(text);
    else
      for (const line of text.split('\n'))
        if (COPYRIGHT.test(line)) lines.add(line.replace(/^Copyright: +/, 'Copyright '));
  }
  return [[...lines].sort().join('\n'), ...[...terms].sort()].join('\n\n');
}

/** Without the frame of a comment. */
const plain = (comment) =>
  comment
    .slice(2, -2)
    .split('\n')
    .map((line) => line.replace(/^\s*\*{0,2} ?/, '').trimEnd())
    .filter((line) => !/^\*+$/.test(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
