import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { validate } from 'dockerfile-utils';
import { builtFolder } from '../built.ts';
import { Folder, mismatched } from '../cli/bizenv.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What an archive of the package holds is packed here from the programs under test. */
describe('the package', () => {
  const folder = new Folder();
  const at = (name: string) => join(folder.path, name);
  let archive = '';
  let names: readonly string[] = [];

  function run(program: string, args: readonly string[], cwd = '.', env: NodeJS.ProcessEnv = process.env) {
    return spawnSync(program, args, { cwd: at(cwd), encoding: 'utf8', env });
  }

  before(() => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    cpSync(builtFolder(), at('stage/dist'), { recursive: true });
    for (const name of [
      'package.json',
      'README.md',
      'README.zh-CN.md',
      'CHANGELOG.md',
      'LICENSE',
      'client',
      'syntaxes',
    ])
      cpSync(join(root, name), at(`stage/${name}`), { recursive: true });
    for (const name of manifest.files.filter((file: string) => /^(seeds|server|shared)/.test(file)))
      cpSync(join(root, name), at(`stage/${name}`), { recursive: true });
    const packed = run('npm', ['pack', '--json', '--ignore-scripts'], 'stage');
    const [{ filename, files }] = JSON.parse(packed.stdout);
    archive = at(`stage/${filename}`);
    names = files.map((file: { readonly path: string }) => file.path);
    folder.write('use/package.json', '{ "private": true, "type": "module" }');
    folder.write('use/a.md', mismatched);
    // Nothing but the archive is needed: without a network, and without what developers have.
    const installed = run('npm', ['install', '--omit=dev', '--offline', '--no-audit', archive], 'use');
    assert.equal(installed.status, 0, installed.stderr);
  });

  after(() => folder.remove());

  it('holds programs, types and schemas, no part of the editor and no picture, in less than 1.5 MB', () => {
    assert.ok(names.includes('server/types/library.d.ts'));
    assert.ok(names.includes('server/schemas/bizenv.config.schema.json'));
    assert.deepEqual(
      names.filter((name) => /^(client|syntaxes|test)\/|^dist\/extension\/|\.(png|map|ts)$/.test(name)),
      ['server/types/library.d.ts'],
    );
    const { size } = statSync(archive);
    assert.ok(size < 1.5e6, `${size} bytes`);
  });

  it('names the licence of every package that its programs are made of', () => {
    const notices = folder.read('use/node_modules/bizenv-tasklist/dist/ThirdPartyNotices.txt').toString();
    for (const name of ['unified', 'remark-gfm', 'vscode-languageserver', 'diff'])
      assert.match(notices, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\([A-Z][\\w-]*\\)$`, 'm'));
  });

  it('is installed without other packages, and npx runs its program', () => {
    const lock = JSON.parse(folder.read('use/package-lock.json').toString());
    assert.deepEqual(Object.keys(lock.packages), ['', 'node_modules/bizenv-tasklist']);
    for (const words of [['bizenv'], ['--offline', '--package', 'bizenv-tasklist', 'bizenv']]) {
      const { status, stdout, stderr } = run('npx', [...words, 'lint', 'a.md', '-f', 'json'], 'use');
      assert.deepEqual([status, stderr], [1, '']);
      assert.equal(JSON.parse(stdout).summary.errors, 1);
    }
  });

  it('can be imported by its name', () => {
    const script =
      "import { lint, version } from 'bizenv-tasklist'; console.log(version, lint({ path: 'a', text: '' }).length)";
    const { stdout, stderr } = run(process.execPath, ['--input-type=module', '-e', script], 'use');
    assert.match(`${stdout}${stderr}`, /^\d+\.\d+\.\d+ 1\n$/);
  });

  for (const [module, resolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ] as const)
    it(`has types for ${resolution} resolution, which know what is wrong`, () => {
      const use = `
import { type Finding, fix, lint, listRules, type Options, version } from 'bizenv-tasklist';
const options: Options = { year: 2026, locale: 'en', rules: { 'lead-order': 'off' } };
export const found: readonly Finding[] = lint([{ path: 'a.md', text: '' }], options).flatMap((file) => file.findings);
export const texts: readonly string[] = fix({ path: 'a.md', text: '' }, 'safe').texts.map(({ text }) => text);
export const words: string = version + listRules('zh').map(({ id }) => id).join();
// @ts-expect-error: there is no such option
lint({ path: 'a.md', text: '' }, { yaer: 2026 });
`;
      folder.write('use/use.ts', use);
      const words = [
        '--noEmit',
        '--strict',
        '--target',
        'es2022',
        '--module',
        module,
        '--moduleResolution',
        resolution,
      ];
      assert.equal(run(join(root, 'node_modules/.bin/tsc'), [...words, 'use.ts'], 'use').stdout, '');
    });

  it('is what the Docker image runs', () => {
    const text = readFileSync(join(root, 'server/ci/Dockerfile'), 'utf8');
    assert.deepEqual(
      validate(text).map(({ message }) => message),
      [],
    );
    const [, image = ''] = text.split(/^FROM .*$/m).slice(1);
    const steps = [...image.replaceAll('\\\n', ' ').matchAll(/^RUN (.*)$/gm)].map(([, step = '']) => step);
    const unpack = steps.find((step) => step.includes('bizenv.tgz')) ?? '';
    cpSync(archive, at('bizenv.tgz'));
    const here = unpack.replaceAll('/tmp/', `${folder.path}/`).replaceAll('/opt/', `${folder.path}/opt/`);
    const unpacked = run('bash', ['-ec', here.replaceAll('/usr/local/bin', folder.path)]);
    assert.equal(unpacked.status, 0, unpacked.stderr);
    const [, entry = ''] = /^ENTRYPOINT \["(\w+)"\]$/m.exec(image) ?? [];
    assert.equal(run(at(entry), ['lint', 'use/a.md', '-q']).status, 1);
  });
});
