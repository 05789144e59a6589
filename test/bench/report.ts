import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { peerVersions } from './peers.ts';
import type { Section } from './sections.ts';

/** The results as a Markdown page, with the machine and the versions that they hold for. */
export function renderResults(sections: readonly Section[]): string {
  return `${[
    '# What was measured',
    '',
    'Made by `npm run bench`; the candidates take turns in one run, and medians are compared. Each time is that of a whole process unless it says otherwise. See [bench.ts](bench.ts) for how.',
    '',
    ...machine(),
    ...sections.flatMap(renderSection),
  ].join('\n')}`;
}

export function renderSection({ title, unit, rows, targets }: Section): readonly string[] {
  const base = rows[0]?.value ?? 1;
  return [
    `## ${title}`,
    '',
    `| | ${unit} | ratio | |`,
    '| --- | ---: | ---: | --- |',
    ...rows.map(({ name, value, note }) => `| ${name} | ${number(value)} | ${(value / base).toFixed(2)}× | ${note} |`),
    '',
    ...targets.map(({ what, measured, reached }) => `- ${reached ? '✔' : '✘'} ${what}: ${measured}`),
    ...(targets.length === 0 ? [] : ['']),
  ];
}

function number(value: number): string {
  return value < 10 ? value.toFixed(1) : value.toFixed(0);
}

function machine(): readonly string[] {
  const { version }: { readonly version: string } = JSON.parse(
    readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8'),
  );
  return [
    `- ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}`,
    `- load average at the end: ${loadavg()[0]?.toFixed(1)} (where it is above the cores, other work ran beside, and only ratios say something)`,
    `- node ${process.version}, bizenv ${version}`,
    ...peerVersions().map((line) => `- ${line}`),
    '',
  ];
}
