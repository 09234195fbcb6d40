import { foldName } from './fold-name';

/** Words that stand before a name that is not used any more, in the languages that inventories were seen in. */
const SPOKEN = [
  'formerly known as|formerly called|formerly named|formerly|previously known as|previously called|previously named',
  'previously|originally known as|originally called|originally named|originally|also known as|a\\.?k\\.?a\\.?|née|nee|renamed from|old name',
  'früher bekannt als|früher|ehemals|vormals|ursprünglich|bisher|zuvor|alter name',
  'anciennement|autrefois|précédemment|initialement|ancien nom',
  'anteriormente|antes llamado|antes|antiguamente|previamente|nombre anterior',
  'in precedenza|già|precedentemente|anteriormente chamado|antigo nome|voorheen|vroeger|tidligere|tidigare|dawniej|ранее|бывший',
].join('|');
const CUE = `(?:(?:${SPOKEN})(?![\\p{L}\\p{N}])|(?:旧称|旧名称|旧名|前身|原名称|原名|曾用名|旧|前称|이전 명칭|구 명칭))\\s*[:：=]?\\s*`;

/** A bracket that begins with such a word, a note before it at most. */
const IN_BRACKETS = new RegExp(
  `[(（[【]\\s*(?:(?:note|hinweis|nota)\\s*:\\s*)?(?:${CUE}|was\\s+(?=["“„«]))([^()（）[\\]【】]*)[)）\\]】]?`,
  'iu',
);
/** Without brackets such words are ordinary ones (`previously burned land`) unless something sets the name apart. */
const AFTER_BREAK = new RegExp(`(?:[\\n;,–—]|\\s-)\\s*${CUE}(.+)$`, 'isu');
const BEFORE_SIGN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${SPOKEN})|旧称|旧名称|旧名|原名称|原名|曾用名)\\s*(?:[:：=]\\s*|(?=["“„«「『]))(.+)$`,
  'isu',
);
const NOW =
  /^\s*(?:renamed to|renamed|new name|umbenannt in|umbenannt|neuer name|renommée?|renombrado|nuevo nombre|新名称|新称)\s*[:：=]\s*/i;
const QUOTED = /^["“„«「『]([^"“”„«»「」『』]+)["”“»」』]/u;

/**
 * A name that says what it was called before, taken apart: `Lingua (previously Engine)` is now `Lingua` and was `Engine`.
 * @returns `was` is `null` where it says nothing of the kind
 */
export function saysFormerName(name: string): { readonly now: string; readonly was: string | null } {
  for (const pattern of [IN_BRACKETS, AFTER_BREAK, BEFORE_SIGN]) {
    const found = pattern.exec(name);
    if (!found) continue;
    const now = name.replace(found[0], ' ').replace(NOW, '').trim();
    const was = plain(found[1] ?? '');
    if (foldName(now) !== '' && foldName(was) !== '') return { now, was };
  }
  return { now: name.replace(NOW, ''), was: null };
}

/** The name in quotes where there are any: what follows them is a remark. */
function plain(text: string): string {
  const quoted = QUOTED.exec(text.trim())?.[1];
  return (quoted ?? text).replace(/^[\s"'“„‚‘«「『:]+|[\s"'”“’»」』.,;:]+$/g, '');
}
