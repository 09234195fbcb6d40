// A Debian package of the unpacked program, made with the system's own dpkg-deb: electron-builder would download fpm.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inRoot } from './project.mjs';

const ARCHITECTURES = { x64: 'amd64', arm64: 'arm64' };
/** What Electron links to; Debian's own package of Chromium needs the same. */
const DEPENDS =
  'libgtk-3-0 | libgtk-3-0t64, libnss3, libxss1, libxtst6, libatspi2.0-0 | libatspi2.0-0t64, libsecret-1-0, libgbm1, libasound2 | libasound2t64, xdg-utils';

const DESKTOP = `[Desktop Entry]
Type=Application
Name=Modelfolio
Comment=The portfolio of an organisation's machine-learning models
Exec=/opt/Modelfolio/modelfolio %f
Icon=modelfolio
Terminal=false
Categories=Office;
MimeType=application/x-modelfolio;
StartupWMClass=Modelfolio
`;

const MIME = `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-modelfolio">
    <comment>Modelfolio portfolio</comment>
    <glob pattern="*.modelfolio"/>
    <icon name="modelfolio"/>
  </mime-type>
</mime-info>
`;

const REFRESH = `#!/bin/sh
set -e
for tool in "update-mime-database /usr/share/mime" "update-desktop-database -q /usr/share/applications" "gtk-update-icon-cache -q -t /usr/share/icons/hicolor"; do
  command -v "\${tool%% *}" >/dev/null 2>&1 && $tool || true
done
`;

/** Answers { path } or { why, failed }: failed only where the tool is here and did not do it. */
export function buildDeb(unpacked) {
  const architecture = ARCHITECTURES[process.arch];
  if (architecture === undefined) return { why: `there is no Debian name for ${process.arch}`, failed: false };
  if (spawnSync('dpkg-deb', ['--version']).status !== 0)
    return { why: 'dpkg-deb is not installed here', failed: false };
  const stage = mkdtempSync(join(tmpdir(), 'modelfolio-deb-'));
  try {
    fill(stage, unpacked, architecture);
    const path = inRoot('dist', `modelfolio_${manifest().version}_${architecture}.deb`);
    const result = spawnSync('dpkg-deb', ['--root-owner-group', '-Zxz', '-z1', '--build', stage, path], {
      encoding: 'utf8',
    });
    return result.status === 0 ? { path, failed: false } : { why: result.stderr.trim(), failed: true };
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

const manifest = () => JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));

function fill(stage, unpacked, architecture) {
  chmodSync(stage, 0o755);
  const put = (path, text, mode = 0o644) => {
    mkdirSync(dirname(join(stage, path)), { recursive: true });
    writeFileSync(join(stage, path), text, { mode });
    chmodSync(join(stage, path), mode);
  };
  const program = join(stage, 'opt', 'Modelfolio');
  mkdirSync(dirname(program), { recursive: true });
  cpSync(unpacked, program, { recursive: true });
  // Chromium's sandbox helper has to belong to root with this bit where the kernel allows no user namespaces.
  chmodSync(join(program, 'chrome-sandbox'), 0o4755);
  mkdirSync(join(stage, 'usr', 'bin'), { recursive: true });
  symlinkSync('/opt/Modelfolio/modelfolio', join(stage, 'usr', 'bin', 'modelfolio'));
  put('usr/share/applications/modelfolio.desktop', DESKTOP);
  put('usr/share/mime/packages/modelfolio.xml', MIME);
  put('usr/share/icons/hicolor/1024x1024/apps/modelfolio.png', readFileSync(inRoot('resources', 'icon.png')));
  put('usr/share/icons/hicolor/scalable/apps/modelfolio.svg', readFileSync(inRoot('resources', 'icon.svg')));
  put('DEBIAN/control', control(architecture));
  put('DEBIAN/postinst', REFRESH, 0o755);
  put('DEBIAN/postrm', REFRESH, 0o755);
}

function control(architecture) {
  const { name, version, author, homepage, description } = manifest();
  return [
    `Package: ${name}`,
    `Version: ${version}`,
    `Architecture: ${architecture}`,
    `Maintainer: ${author}`,
    'Section: misc',
    'Priority: optional',
    `Homepage: ${homepage}`,
    `Depends: ${DEPENDS}`,
    `Description: ${description}`,
    '',
  ].join('\n');
}
