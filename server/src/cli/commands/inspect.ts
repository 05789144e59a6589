import { resolve } from 'node:path';
import { makeSubject } from '#shared/rules/make-subject.ts';
import { DraftReader } from '../../drafts/draft-reader.ts';
import { readTogether } from '../../drafts/read-together.ts';
import { InputError } from '../../files/input-error.ts';
import type { CommandContext } from '../context.ts';
import { ExitCode } from '../exit-code.ts';
import { makeInspection } from '../inspect/inspection.ts';
import { singleOperand } from '../operands.ts';
import { readingChoices } from '../reading-choices.ts';

/** `bizenv inspect FILE`: what was read from a file, for people who wonder why and for tools. */
export async function inspectCommand(context: CommandContext): Promise<ExitCode> {
  const file = singleOperand(context, {
    zh: '请写明文件，例如 bizenv inspect 草稿.md。',
    en: 'Name a file, such as bizenv inspect draft.md.',
  });
  const { environment, options, locale } = context;
  const path = resolve(environment.cwd, file);
  const { groups, problems } = await readTogether(new DraftReader(readingChoices(context, {})), [path]);
  if (problems.length > 0) throw new InputError(...problems);
  const group = groups.find((drafts) => drafts.some((draft) => draft.path === path)) ?? [];
  const draft = group.find((member) => member.path === path);
  if (draft === undefined) return ExitCode.Failure;
  const subject = makeSubject(
    group.map((member) => member.document),
    draft.options.directory,
    draft.options.year,
  );
  const inspection = makeInspection(draft.document, subject);
  const text =
    options.value('format') === 'json'
      ? (await import('../inspect/json.ts')).inspectionJson(inspection)
      : (await import('../inspect/text.ts')).inspectionText(inspection, locale);
  environment.stdout.write(text);
  return ExitCode.Clean;
}
