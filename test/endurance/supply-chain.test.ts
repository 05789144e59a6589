import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(path, 'utf8');

interface Bill {
  readonly components: readonly { readonly purl: string; readonly hashes?: readonly object[] }[];
}

interface Metafile {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, unknown>> }>>;
}

describe('what is shipped', () => {
  let folder: string;
  let dist: string;
  let metafiles: readonly Metafile[];

  before(() => {
    mkdirSync(join(root, '.cache'), { recursive: true });
    folder = mkdtempSync(join(root, '.cache/ships-'));
    dist = join(folder, 'dist');
    build(root, dist);
    metafiles = JSON.parse(read(join(folder, 'meta.json')));
  });
  after(() => rmSync(folder, { recursive: true }));

  const build = (source: string, outdir: string) =>
    run(['.scripts/build.mjs', `--outdir=${outdir}`, `--metafile=${join(folder, 'meta.json')}`], source);

  /** `name version` of the packages of which code is in some of the built files. */
  const packagesIn = (isOurs: (output: string) => boolean): readonly string[] => {
    const inputs = metafiles.flatMap(({ outputs }) =>
      Object.entries(outputs).flatMap(([output, { inputs }]) => (isOurs(output) ? Object.keys(inputs) : [])),
    );
    const manifests = inputs.flatMap((path) => /.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []);
    return [...new Set(manifests)].map((path) => {
      const { name, version } = JSON.parse(read(join(root, path.replace(/^[\w-]+:/, ''), 'package.json')));
      return `${name} ${version}`;
    });
  };

  for (const [what, where, isOurs] of [
    ['the programs', '.', (output: string) => !output.includes('/extension/')],
    ['the extension', 'extension', (output: string) => output.includes('/extension/')],
  ] as const)
    it(`has the licence and the origin of every package in ${what} beside it`, () => {
      const notices = read(join(dist, where, 'ThirdPartyNotices.txt'));
      const { components }: Bill = JSON.parse(read(join(dist, where, 'bom.cdx.json')));
      const packages = packagesIn(isOurs);
      assert.ok(packages.length > 20, `${packages.length}`);
      for (const name of packages) {
        const part = notices.split('-'.repeat(78)).find((each) => each.trim().startsWith(`${name} (`));
        assert.match(part ?? '', /permission|licensed|redistribution|license/i, name);
        const address = `pkg:npm/${name.replace('@', '%40').replace(/ (?=[^ ]*$)/, '@')}`;
        assert.ok(components.find(({ purl }) => purl === address)?.hashes?.length === 1, address);
      }
    });

  it('keeps its bills of materials to the schema of CycloneDX', () => {
    const schema = (name: string) => JSON.parse(read(join(root, 'test/fixtures/schemas', `${name}.schema.json`)));
    const ajv = new Ajv({ strict: false, allErrors: true, formats: { 'iri-reference': true, 'idn-email': true } });
    addFormats.default(ajv, ['date-time', 'email', 'uri']);
    ajv.addSchema(schema('spdx'), 'http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json');
    ajv.addSchema(schema('jsf-0.82'), 'http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json');
    const validate = ajv.compile(schema('bom-1.6'));
    for (const path of ['bom.cdx.json', 'extension/bom.cdx.json'])
      assert.ok(validate(JSON.parse(read(join(dist, path)))), JSON.stringify(validate.errors?.slice(0, 5)));
    assert.ok(!validate({ bomFormat: 'CycloneDX', specVersion: '1.6', components: [{ name: 5 }] }));
  });

  it('holds no way to the network', () => {
    const ways =
      /\b(?:require|import|from)\s*\(?\s*["'](?:node:)?(?:net|tls|dgram|dns|dns\/promises|https?|http2|inspector)["']|\bfetch\s*\(|\b(?:WebSocket|XMLHttpRequest|EventSource|WebTransport|RTCPeerConnection|sendBeacon|getBuiltinModule)\b/;
    for (const path of files(dist))
      if (/\.c?m?js$/.test(path)) assert.equal(ways.exec(read(join(dist, path)))?.[0], undefined, path);
  });

  it('is the same to the byte when it is built in another folder', () => {
    const other = join(folder, 'a folder of another name');
    for (const name of [
      'client',
      'server',
      'shared',
      'seeds',
      '.scripts',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      '.tsconfig.base.json',
    ])
      cpSync(join(root, name), join(other, name), { recursive: true });
    // Linked file by file: it stands where it is, as after an installation.
    const modules = [join(root, 'node_modules'), join(other, 'node_modules')] as const;
    if (spawnSync('cp', ['-al', ...modules]).status !== 0)
      cpSync(...modules, { recursive: true, verbatimSymlinks: true });
    const again = join(folder, 'again');
    build(other, again);
    assert.deepEqual(files(again), files(dist));
    for (const path of files(dist))
      assert.ok(readFileSync(join(again, path)).equals(readFileSync(join(dist, path))), path);
  });

  it('has the licence of what its table of readings was made from beside it', () => {
    for (const where of ['.', 'extension'])
      assert.match(read(join(dist, where, 'ThirdPartyNotices.txt')), /made from pinyin-pro 3 \(MIT\)\n\nMIT License/);
  });

  it('is the same VSIX to the byte in any time zone and from a checkout with any permissions, with its bill of materials', () => {
    const readme = join(root, 'README.md');
    const { mode } = statSync(readme);
    const vsix = ['UTC', 'Asia/Shanghai'].map((zone, index) => {
      const path = join(folder, `${index + 1}.vsix`);
      chmodSync(readme, index === 0 ? 0o600 : 0o664);
      try {
        run(['.scripts/package.mjs', `--out=${path}`], root, { ...process.env, TZ: zone });
      } finally {
        chmodSync(readme, mode);
      }
      return readFileSync(path);
    });
    assert.ok(vsix[0]?.equals(vsix[1] ?? Buffer.alloc(0)));
    assert.equal(read(join(folder, '1.cdx.json')), read(join(dist, 'extension/bom.cdx.json')));
  });

  it('is installed without a script of any package', () => {
    const { allowScripts } = JSON.parse(read(join(root, 'package.json')));
    const { packages } = JSON.parse(read(join(root, 'package-lock.json')));
    const withScripts = Object.entries<{ readonly hasInstallScript?: boolean }>(packages).flatMap(
      ([path, { hasInstallScript }]) => (hasInstallScript ? [path.replace(/.*node_modules\//, '')] : []),
    );
    assert.deepEqual(allowScripts, Object.fromEntries(withScripts.map((name) => [name, false])));
  });
});

function run(args: readonly string[], cwd: string, env = process.env): void {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', env });
  assert.equal(status, 0, stderr);
}

function files(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => name.toString())
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}
