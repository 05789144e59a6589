import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Candidate } from './measure.ts';

/** What bizenv is measured beside. `npm ci` in peers/ installs them; they have a lock file of their own. */
const modules = fileURLToPath(new URL('peers/node_modules/', import.meta.url));

interface Peer {
  readonly name: string;
  /** Its package, for the version. */
  readonly package: string;
  readonly language: 'JavaScript' | 'Rust';
  /** Program, relative to node_modules, and what comes before the file. */
  readonly args: readonly string[];
}

const peers: readonly Peer[] = [
  {
    name: 'markdownlint-cli2',
    package: 'markdownlint-cli2',
    language: 'JavaScript',
    args: ['markdownlint-cli2/markdownlint-cli2-bin.mjs'],
  },
  {
    name: 'remark-lint, recommended',
    package: 'remark-cli',
    language: 'JavaScript',
    args: [
      'remark-cli/cli.js',
      '--no-config',
      '--no-stdout',
      '--frail',
      '--use',
      join(modules, 'remark-gfm/index.js'),
      '--use',
      join(modules, 'remark-preset-lint-recommended/index.js'),
    ],
  },
  {
    name: 'textlint, one Chinese rule',
    package: 'textlint',
    language: 'JavaScript',
    args: ['textlint/bin/textlint.js', `--rules-base-directory=${modules}`, '--rule', 'zh-half-and-full-width-bracket'],
  },
  { name: 'zhlint', package: 'zhlint', language: 'JavaScript', args: ['zhlint/bin/index.js'] },
  {
    name: 'contextlint, three rules',
    package: '@contextlint/cli',
    language: 'JavaScript',
    args: [
      '@contextlint/cli/dist/index.js',
      '--config',
      fileURLToPath(new URL('peers/contextlint.json', import.meta.url)),
    ],
  },
  { name: 'AutoCorrect', package: 'autocorrect-node', language: 'Rust', args: ['autocorrect-node/cli.js', '--lint'] },
  { name: 'rumdl', package: 'rumdl', language: 'Rust', args: ['rumdl/bin/rumdl', 'check'] },
];

/** The peers that are installed, each on these files. @param cwd holds them; paths are relative to it. */
export function peerCandidates(
  cwd: string,
  files: readonly string[],
  language?: Peer['language'],
): readonly Candidate[] {
  return peers
    .filter((peer) => isInstalled(peer) && (language === undefined || peer.language === language))
    .map(({ name, args: [program = '', ...args] }) => ({
      name,
      cwd,
      args: [join(modules, program), ...args, ...files],
    }));
}

/** Name and version of each peer, or that it could not be installed. */
export function peerVersions(): readonly string[] {
  return peers.map(
    (peer) => `${peer.name} (${peer.language}): ${isInstalled(peer) ? versionOf(peer.package) : 'not installed'}`,
  );
}

export function versionOf(name: string, folder = modules): string {
  const manifest: { readonly version: string } = JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8'));
  return `${name} ${manifest.version}`;
}

function isInstalled({ args: [program = ''] }: Peer): boolean {
  return existsSync(join(modules, program));
}

/** remark-parse and remark-gfm by themselves, as the peers have them. */
export function remarkAlone(cwd: string, file: string): Candidate {
  return {
    name: 'remark-parse + remark-gfm alone',
    cwd,
    args: [join(dirname(fileURLToPath(import.meta.url)), 'remark-alone.mjs'), file],
  };
}
