// Who may import whom, as ARCHITECTURE.md draws it. A file that breaks a rule, and a cycle, fail `npm run check`.
// Type-only imports count like any other, in cycles too, except where a rule says otherwise.
// `zones.mjs [FOLDER]` reads another checkout; `zones.mjs --rules` names the rules, each of which zones.test.ts breaks.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

/** `from` may not import `to`; `except` is what it may after all, `types: true` lets type-only imports pass. */
const RULES = [
  {
    name: 'domain imports nobody: values in, values out',
    from: /^src-shared\/domain\//,
    to: /^(?!src-shared\/domain\/)/,
  },
  {
    name: 'the contract imports vocabularies and the fields of a model only',
    from: /^src-shared\/contract\//,
    to: /^(src-(main|preload|renderer)\/|node:|src-shared\/domain\/)/,
    except:
      /^src-shared\/domain\/(vocabulary|drift\/vocabulary|incidents\/(vocabulary|ticket-words)|timeline\/vocabulary|assessments\/components|connections\/(kinds|facet-kinds)|base\/(period|moving-day|view-pages|journal-subjects)|governance\/(rule-pack|evidence-kinds|vocabulary)|models\/(model-fields|kinds|field-description|history\/told|version-fields|import-sets|import-targets|quality-fields|release-changes))\.ts$/,
  },
  {
    name: 'the store knows nobody above it',
    from: /^src-main\/store\//,
    to: /^src-main\//,
    except: /^src-main\/(store\/|failure\/)/,
  },
  {
    name: 'nobody above the store holds SQL or knows the engine under it',
    from: /^src-main\/(?!store\/)/,
    to: /^(npm:(kysely|better-sqlite3(-multiple-ciphers)?)$|src-main\/store\/((open|migrations|[^/]+\/sqlite)\/|journal\/(connection|recorder)\.ts$|write-once\.ts$))/,
  },
  {
    name: 'the driver of PostgreSQL stays in its room',
    from: /^src-(shared|preload|renderer|main\/(?!central\/))/,
    to: /^npm:pg$/,
  },
  {
    name: 'SQLite stays in its rooms',
    from: /^src-main\/store\/(?!(open|migrations|[^/]+\/sqlite)\/|journal\/connection\.ts$)/,
    to: /^npm:better-sqlite3(-multiple-ciphers)?$/,
  },
  {
    name: 'the rows of a subject stand on their own: the list of all tables knows them, not they the list',
    from: /^src-main\/store\/[^/]+\/tables\.ts$/,
    to: /^src-main\//,
  },
  {
    name: 'importers read and plan, they do not write',
    from: /^src-main\/importers\//,
    to: /^src-main\//,
    except: /^src-main\/(importers\/|failure\/)/,
  },
  {
    name: 'Electron stays in the shell',
    from: /^src-main\/(?!shell\/|hosts\/desktop\.ts$|rpc\/ipc-host\.ts$)/,
    to: /^npm:electron$/,
    types: true,
  },
  {
    name: 'the screen talks through the contract',
    from: /^src-renderer\//,
    to: /^src-(main|preload)\//,
    except: /^src-preload\/bridge\.d\.ts$/,
  },
  {
    name: 'the screen knows only the types of the contract',
    from: /^src-renderer\//,
    to: /^src-shared\/contract\//,
    // How a reply lies in bytes, which both ends of a line have to know.
    except: /^src-shared\/contract\/frame\.ts$/,
    types: true,
  },
  {
    name: 'shared rooms of the screen know no feature',
    from: /^src-renderer\/(client|components|commands|lib|stores|styles)\//,
    to: /^src-renderer\/(features|app)\//,
  },
  {
    name: 'the app composes features, not the other way round',
    from: /^src-renderer\/features\//,
    to: /^src-renderer\/app\//,
  },
  {
    name: 'the sample is told in commands: pure, it knows the rules and the types of the contract',
    from: /^resources\//,
    to: /^(src-(main|preload|renderer)\/|npm:|node:)/,
  },
  {
    name: 'the sample knows only the types of the contract',
    from: /^resources\//,
    to: /^src-shared\/contract\//,
    types: true,
  },
  {
    name: 'only the engine makes the sample',
    from: /^src-(shared|preload|renderer)\//,
    to: /^resources\//,
  },
  { name: 'the preload bridge is generic', from: /^src-preload\//, to: /^src-(main|renderer)\// },
];

/** Neighbouring rooms that do not know each other: a subject is deleted with its folder. `to`: only this part of a room. */
const SEPARATE = [
  {
    name: 'features do not import each other',
    room: /^src-renderer\/features\/((?:assessments\/|drift\/)[^/]+|models\/page|[^/]+)\//,
  },
  {
    name: 'handlers do not import each other',
    room: /^src-main\/handlers\/([^/.]+)\//,
    shared: /^src-main\/handlers\/(subject|context|index)\.ts$/,
  },
  {
    name: 'what only SQLite can do for a subject is asked in its own room',
    room: /^src-main\/store\/([^/]+)/,
    to: /^src-main\/store\/[^/]+\/sqlite\//,
  },
];

/** The rooms of the domain, the ground first: each knows those before it, none knows one behind it. */
const DOMAIN = /^src-shared\/domain\/(?:([^/]+)\/|([^/]+)\.ts$)/;
const DOMAIN_ROOMS = [
  'base',
  'connections',
  'vocabulary',
  'quantities',
  'models',
  'identity',
  'drift',
  'incidents',
  'governance',
  'attention',
  'timeline',
  'assessments',
  'level',
  'scenarios',
  'reports',
];

if (process.argv.includes('--rules')) {
  for (const { name } of [...RULES, ...SEPARATE]) console.log(name);
  process.exit(0);
}

const root = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..');
const files = ['src-shared', 'src-main', 'src-preload', 'src-renderer', 'resources'].flatMap((folder) =>
  sources(join(root, folder)),
);
const problems = [];
const graph = new Map();

for (const file of files) {
  const imports = importsOf(file);
  graph.set(
    file,
    imports.map((one) => one.target),
  );
  if (/\.test\.tsx?$/.test(file) || /\/testing\//.test(file)) continue;
  for (const one of imports) problems.push(...broken(file, one));
}
problems.push(...cycles());

for (const problem of problems) console.error(problem);
console.log(`${files.length} files, ${problems.length} broken import rules`);
process.exit(problems.length > 0 ? 1 : 0);

function sources(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => relative(root, join(folder, name)).split(sep).join('/'));
}

function importsOf(file) {
  const text = readFileSync(join(root, file), 'utf8');
  const { module: record } = parseSync(file, text);
  const from = record.staticImports.map((one) => ({
    specifier: one.moduleRequest.value,
    typeOnly: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
  }));
  const again = record.staticExports
    .flatMap((one) => one.entries)
    .filter((entry) => entry.moduleRequest)
    .map((entry) => ({ specifier: entry.moduleRequest.value, typeOnly: entry.isType }));
  const lazy = record.dynamicImports.map((one) => ({
    specifier: text.slice(one.moduleRequest.start + 1, one.moduleRequest.end - 1),
    typeOnly: false,
  }));
  return [...from, ...again, ...lazy].map((one) => ({ ...one, target: resolve(file, one.specifier) }));
}

function resolve(file, specifier) {
  if (specifier.startsWith('#')) return withEnding(`src-shared/${specifier.slice(1)}`);
  if (specifier.startsWith('.')) return withEnding(posix.join(posix.dirname(file), specifier));
  return specifier.startsWith('node:') ? specifier : `npm:${specifier}`;
}

function withEnding(path) {
  return (
    ['', '.ts', '.tsx', '.d.ts', '/index.ts']
      .map((ending) => path + ending)
      .find((name) => /\.\w+$/.test(name) && existsSync(join(root, name))) ?? path
  );
}

function broken(file, { target, typeOnly }) {
  const rules = RULES.filter(
    (rule) => rule.from.test(file) && rule.to.test(target) && !rule.except?.test(target) && !(rule.types && typeOnly),
  );
  const rooms = SEPARATE.filter(({ room, shared, to }) => {
    if (to && !to.test(target)) return false;
    const [here, there] = [room.exec(file)?.[1], room.exec(target)?.[1]];
    return here !== undefined && there !== undefined && here !== there && !shared?.test(target) && !shared?.test(file);
  });
  return [...rules, ...rooms, ...climbing(file, target)].map(({ name }) => `${file} → ${target}: ${name}`);
}

function climbing(file, target) {
  const [here, there] = [file, target].map((name) => DOMAIN.exec(name)).map((found) => found?.[1] ?? found?.[2]);
  if (here === undefined || there === undefined) return [];
  const [at, to] = [here, there].map((room) => DOMAIN_ROOMS.indexOf(room));
  if (at < 0) return [{ name: `say in zones.mjs where the room ${here} stands among those of the domain` }];
  return to > at || to < 0 ? [{ name: `in the domain ${here} comes before ${there} and does not know it` }] : [];
}

/** Depth first; a file met again on the way down closes a cycle, which is told once. */
function cycles() {
  const done = new Set();
  const found = [];
  const visit = (file, path) => {
    if (path.includes(file)) {
      found.push(`cycle: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`);
      return;
    }
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}
