// What code and documents cite must be there: a document and its section in comments (`rules.md 3`), links and their
// anchors in documents, and paths from the root in backticks. What is not fails `npm run check`.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const CODE = /\.(c|m)?(t|j)sx?$|\.(css|html|py|sh|ya?ml)$|^\.ci\//;
/** A document, and the sections named behind it: `maths.md C1 and C2`. */
const CITATION =
  /((?:[\w.-]+\/)*[\w.-]+\.md)\b(?:[ \n]((?:[A-Z]\d?|\d+(?:\.\d+)*)(?!\w)(?:(?: and |–)(?:[A-Z]\d?|\d+(?:\.\d+)*)(?!\w))*))?/g;
/** The start of a comment, up to what it says. */
const COMMENT = /^\s*(?:\/\*\*?|\*\/?|#|<!--)\s?|^.*?(?:^|\s)\/\/\s?|^.*?\s\/\*\*?\s?/;

const root = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..');
const files = new Set(listed());
const folders = new Set([...files].flatMap(foldersOf));
const top = [...folders].filter((folder) => !folder.includes('/'));
const documents = new Map([...files].filter((file) => file.endsWith('.md')).map((file) => [file, sectionsOf(file)]));
const problems = [];

for (const file of files) {
  if (documents.has(file)) checkDocument(file);
  else if (CODE.test(file)) checkCitations(file, commentsIn(read(file)));
}

for (const problem of problems) console.error(problem);
console.log(`${documents.size} documents, ${problems.length} broken citations`);
process.exit(problems.length > 0 ? 1 : 0);

/** What git has, or would take; a file that was deleted or moved away without telling git is not there. */
function listed() {
  const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return names.split('\0').filter((name) => name !== '' && existsSync(join(root, name)));
}

function foldersOf(file) {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}

function read(file) {
  return readFileSync(join(root, file), 'utf8');
}

/** The comments alone, each in its line, so that a section may stand in the line below its document. */
function commentsIn(text) {
  return text
    .split('\n')
    .map((line) => (COMMENT.test(line) ? line.replace(COMMENT, '').trimEnd() : ''))
    .join('\n');
}

/** Without what stands in fences: those are commands and pictures. Lines stay where they are. */
function prose(text) {
  return text.replace(/^(```|~~~)[\s\S]*?^\1/gm, (fence) => fence.replace(/[^\n]/g, ''));
}

/** Anchors as GitHub makes them, and the keys of headings such as `## 3. Level` or `### C1. Conventions`. */
function sectionsOf(file) {
  const anchors = new Set();
  const keys = new Set();
  for (const [, heading] of prose(read(file)).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const plain = heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
    const slug = plain
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    let anchor = slug;
    for (let again = 1; anchors.has(anchor); again++) anchor = `${slug}-${again}`;
    anchors.add(anchor);
    const key = /^([A-Z]\d?|\d+(?:\.\d+)*)\.\s/.exec(plain)?.[1];
    if (key !== undefined) keys.add(key);
  }
  return { anchors, keys };
}

function checkDocument(file) {
  const text = prose(read(file));
  checkLinks(file, text.replace(/`[^`\n]*`/g, blank));
  checkPaths(file, text);
  checkCitations(file, text.replace(/\]\([^)]*\)/g, blank));
}

function blank(text) {
  return text.replace(/[^\n]/g, ' ');
}

function checkCitations(file, text) {
  const plain = text.replace(/\w+:\/\/\S+/g, blank);
  for (const { index, 1: name, 2: sections = '' } of plain.matchAll(CITATION)) {
    const places = [posix.join(posix.dirname(file), name), name, `docs/${name}`];
    const document = places.find((place) => documents.has(place));
    if (document === undefined) {
      tell(file, text, index, `cites ${name}: there is no such document`);
      continue;
    }
    for (const key of sections.match(/[A-Z]\d?|\d+(?:\.\d+)*/g) ?? []) {
      if (!documents.get(document).keys.has(key))
        tell(file, text, index, `cites ${name} ${key}: ${document} has no such section`);
    }
  }
}

function checkLinks(file, text) {
  for (const { index, 1: inline, 2: listedLink } of text.matchAll(/\]\(([^)\s]+)[^)]*\)|^\[[^\]]+\]:\s*(\S+)/gm)) {
    const link = inline ?? listedLink;
    if (/^[a-z]+:/i.test(link)) continue;
    const [path, anchor] = link.split('#');
    const target = path === '' ? file : posix.join(posix.dirname(file), decodeURIComponent(path)).replace(/\/$/, '');
    if (!files.has(target) && !folders.has(target)) tell(file, text, index, `links to ${link}: there is no such file`);
    else if (anchor && documents.has(target) && !documents.get(target).anchors.has(anchor)) {
      tell(file, text, index, `links to ${link}: ${target} has no such heading`);
    }
  }
}

function checkPaths(file, text) {
  for (const { index, 1: span } of text.matchAll(/`([^`\n]+)`/g)) {
    for (const word of span.split(/\s+/)) {
      const path = word.replace(/[,;:.)]+$|:\d+$/g, '').replace(/\/$/, '');
      if (!top.some((folder) => path.startsWith(`${folder}/`)) || isThere(path)) continue;
      tell(file, text, index, `names ${path}: there is no such file or folder`);
    }
  }
}

/** `*`, `<kind>` and `…` stand for any name, `{a,b}` for either. */
function isThere(path) {
  if (files.has(path) || folders.has(path)) return true;
  if (!/[*<…{]/.test(path)) return false;
  const pattern = path
    .replace(/[.+?^$()[\]\\|]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, names) => `(${names.replaceAll(',', '|')})`)
    .replace(/\*\*|…/g, '.+')
    .replace(/(?<!\.)\*|<[^>]*>/g, '[^/]*');
  const whole = new RegExp(`^${pattern}$`);
  return [...files, ...folders].some((name) => whole.test(name));
}

function tell(file, text, index, what) {
  problems.push(`${file}:${text.slice(0, index).split('\n').length}: ${what}`);
}
