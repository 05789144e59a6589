import { createHash } from 'node:crypto';
import type { LoadedDraft } from '../../drafts/draft.ts';
import { version } from '../../version.ts';
import type { CommandContext } from '../context.ts';

/** Options that change what a run reports; not those that say where it goes or how fast it is. */
const telling = [
  'year',
  'units',
  'config',
  'no-config',
  'rule',
  'report-unused-directives',
  'changed-since',
  'baseline',
  'quiet',
];

/**
 * A name that the shards of one run share: the same program, asked the same of the same drafts.
 * @param groups all drafts of the run, those of other shards too; texts are left out where the run itself changes them.
 */
export function runName(
  groups: readonly (readonly LoadedDraft[])[],
  changesTexts: boolean,
  { options, locale }: CommandContext,
): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([version(), locale, telling.map((name) => options.values(name))]));
  for (const { shown, text } of groups.flat()) {
    hash.update(JSON.stringify([shown, changesTexts ? 0 : text.length]));
    if (!changesTexts) hash.update(text);
  }
  return hash.digest('hex').slice(0, 16);
}
