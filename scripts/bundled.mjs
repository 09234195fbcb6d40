// What of others goes into the build: their notices, shown in the program, and a bill of materials (CycloneDX).
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nativeNotices } from './native-notices.mjs';
import { root } from './project.mjs';

const PARTS = join(root, 'out', 'bundled');
/** Lies beside the bundle as it is, with what it is made of. */
const BESIDE = ['better-sqlite3', 'better-sqlite3-multiple-ciphers'];

/** Notes the packages of one part of the build; with the last one all notices and the bill are written. */
export function bundled(part, last = false) {
  return {
    name: 'bundled',
    generateBundle() {
      const packages = new Map();
      for (const id of this.getModuleIds()) {
        const found = packageOf(id);
        if (found) packages.set(`${found.name}@${found.version}`, found);
      }
      mkdirSync(PARTS, { recursive: true });
      writeFileSync(join(PARTS, `${part}.json`), JSON.stringify([...packages.values()]));
    },
    closeBundle() {
      if (last) writeAll();
    },
  };
}

/** `…/node_modules/@scope/name/dist/x.js` → what its package says of itself. */
function packageOf(id) {
  const path = id.replace(/^\0/, '').split('?')[0].replaceAll('\\', '/');
  const at = path.lastIndexOf('/node_modules/');
  if (at === -1) return null;
  const [first = '', second = ''] = path.slice(at + '/node_modules/'.length).split('/');
  const name = first.startsWith('@') ? `${first}/${second}` : first;
  return described(join(path.slice(0, at), 'node_modules', name));
}

function described(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  // Apache asks for the notice beside the licence.
  const files = readdirSync(folder).filter((one) => /^(licen[cs]e|copying|notice)([.-].*)?$/i.test(one));
  return {
    name,
    version,
    license: typeof license === 'string' ? license : (license?.type ?? ''),
    author: typeof author === 'string' ? author : (author?.name ?? ''),
    text: files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n'),
  };
}

function writeAll() {
  const packages = new Map();
  for (const part of readdirSync(PARTS))
    for (const one of JSON.parse(readFileSync(join(PARTS, part), 'utf8')))
      packages.set(`${one.name}@${one.version}`, one);
  for (const name of BESIDE) {
    const folder = join(root, 'node_modules', name);
    const one = described(folder);
    const inside = nativeNotices(join(folder, 'deps', 'sqlite3', 'sqlite3.c'));
    const text =
      inside === ''
        ? one.text
        : `${one.text}\n\nCompiled into it, beside SQLite, which is in the public domain:\n\n${inside}`;
    packages.set(`${one.name}@${one.version}`, { ...one, text });
  }
  const all = [...packages.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const unsaid = all.filter(({ license, text }) => license === '' && text === '');
  if (unsaid.length > 0) throw new Error(`no licence is known of ${unsaid.map(({ name }) => name).join(', ')}`);
  writeFileSync(join(root, 'out', 'renderer', 'third-party-notices.txt'), noticesOf(all));
  writeFileSync(join(root, 'out', 'sbom.cdx.json'), `${JSON.stringify(billOf(all), null, 2)}\n`);
}

const LINE = '-'.repeat(78);

function noticesOf(all) {
  const head = `Modelfolio contains the following works of others, under their own terms.
The desktop application also contains Electron, Chromium and Node.js, whose
notices lie beside the program (LICENSES.chromium.html).
`;
  return `${head}\n${all
    .map(({ name, version, license, author, text }) =>
      [
        LINE,
        `${name} ${version}${license === '' ? '' : ` (${license})`}`,
        LINE,
        text || `${author ? `Copyright ${author}. ` : ''}${license}`,
      ].join('\n'),
    )
    .join('\n\n')}\n`;
}

/** CycloneDX 1.6. Without time and serial number: the same sources give the same bytes. */
function billOf(all) {
  const product = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const electron = { name: 'electron', version: product.devDependencies.electron, license: 'MIT' };
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': 'modelfolio', name: product.name, version: product.version },
    },
    components: [electron, ...all].map(({ name, version, license }) => {
      const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
      return {
        type: name === 'electron' ? 'framework' : 'library',
        'bom-ref': purl,
        name,
        version,
        purl,
        ...(license === '' ? {} : { licenses: [{ expression: license }] }),
      };
    }),
  };
}
