import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtInDirectory } from '#server/directories/built-in.ts';
import type { Finding } from '#shared/findings/finding.ts';
import { lint } from '#shared/lint.ts';
import { SourceText } from '#shared/text/source-text.ts';

const directory = builtInDirectory();
const fixtures = new URL('../fixtures/', import.meta.url);

/** Correct documents, one name a document or a pair: `two-files-a-points.md` and `two-files-a-list.md` go together. */
function documents(folder: string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  const at = new URL(`${folder}/`, fixtures);
  for (const name of existsSync(at) ? readdirSync(at).sort() : []) {
    if (!name.endsWith('.md')) continue;
    const group = name.startsWith('two-files-') ? name.replace(/-[^-]*\.md$/, '') : name;
    groups.set(`${folder}/${group}`, [...(groups.get(`${folder}/${group}`) ?? []), `${folder}/${name}`]);
  }
  return groups;
}

function describeFinding(finding: Finding): string {
  const { line } = finding.source.positionAt(finding.start);
  return `${finding.source.id}:${line + 1} ${finding.rule}: ${finding.message.zh}`;
}

describe('clean documents', () => {
  for (const [name, paths] of [...documents('layouts'), ...documents('clean')])
    it(`finds no error and no warning in ${name}`, () => {
      const texts = paths.map((path) => new SourceText(readFileSync(new URL(path, fixtures), 'utf8'), path));
      const result = lint(texts, { directory, pairs: [paths] });
      assert.deepEqual(result.failures, []);
      const found = result.files.flatMap((file) => file.findings);
      assert.deepEqual(found.filter((finding) => finding.severity !== 'info').map(describeFinding), []);
      assert.ok(
        result.files.every((file) => file.holdsParts),
        'a file of the corpus holds no part',
      );
    });
});
