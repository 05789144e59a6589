import { writeFileSync } from 'node:fs';
import { allCases, type CaseResult } from './cases.ts';
import { cleanPairs } from './clean-pairs.ts';
import { judge, loud } from './judge.ts';
import { exceptionFor } from './known-exceptions.ts';

/** `npx tsx test/accuracy/run.ts [pairs a mistake] [name of a pair]`: all of them when no number is given. */
const [most, only] = process.argv.slice(2);
const pairs = cleanPairs().filter(({ layout }) => only === undefined || layout.name.includes(only));

const lines: string[] = [
  '# Accuracy',
  '',
  `Single mistakes put into clean pairs${most === undefined ? '' : `, each kind in ${most === '1' ? 'one pair' : `${most} pairs`} by turns`}. Written by \`npx tsx ${['test/accuracy/run.ts', ...process.argv.slice(2)].join(' ')}\`.`,
  '',
];
for (const pair of pairs) {
  const noise = loud(judge(pair));
  if (noise.length > 0)
    lines.push(`- **${pair.layout.name}** is not clean: ${noise.map(({ rule }) => rule).join(', ')}`);
}

const results = [...allCases(pairs, most === undefined ? undefined : Number(most))];
const byRule = new Map<string, CaseResult[]>();
for (const result of results) byRule.set(result.rule, [...(byRule.get(result.rule) ?? []), result]);

lines.push('| rule | cases | found | missed | wrong rule | more than one finding | findings a case | false alarms |');
lines.push('| --- | --: | --: | --: | --: | --: | --: | --: |');
for (const [rule, cases] of [...byRule, ['all', results] as const]) {
  const count = (outcome: CaseResult['outcome']): number => cases.filter((one) => one.outcome === outcome).length;
  const found = rule === 'lookalike' ? '' : `${percent(count('ok') + count('cascade'), cases.length)}`;
  const mean = (cases.reduce((sum, { findings }) => sum + findings.length, 0) / cases.length).toFixed(2);
  lines.push(
    `| ${rule} | ${cases.length} | ${found} | ${count('missed')} | ${count('wrong rule')} | ${count('cascade')} | ${mean} | ${count('false alarm')} |`,
  );
}
lines.push('', '## Exceptions', '');
for (const { rule, name, pair, outcome, findings } of results.filter((one) => one.outcome !== 'ok')) {
  const reason = exceptionFor(rule, name, pair)?.reason ?? '**not explained**';
  const said = findings.map((finding) => `${finding.rule} “${finding.message.zh}”`).join(' · ');
  lines.push(`- ${outcome} · \`${rule}\` · ${name} · ${pair}: ${reason}${said === '' ? '' : ` · ${said}`}`);
}

const text = `${lines.join('\n')}\n`;
writeFileSync(new URL('./RESULTS.md', import.meta.url), text);
process.stdout.write(text);

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
