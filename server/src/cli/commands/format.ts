import { formatDocument } from '#shared/drafting/format.ts';
import { InputError } from '../../files/input-error.ts';
import { keepLineEndings } from '../../files/line-endings.ts';
import { type ChangedFile, writeTextFiles } from '../../files/write-text-file.ts';
import { visible } from '../../formats/visible.ts';
import type { CommandContext } from '../context.ts';
import { namedDrafts } from '../drafting/named-drafts.ts';
import { ExitCode } from '../exit-code.ts';

/** `bizenv format FILES`: the safe clean-up, written back in each file's own encoding; `--check` only says what would change. */
export async function formatCommand(context: CommandContext): Promise<ExitCode> {
  const { operands, options } = context;
  if (operands.length === 0)
    throw new InputError({
      what: { zh: '没有指定文件', en: 'no file was named' },
      cure: {
        zh: '请写明文件或文件夹，例如 bizenv format 草稿/。',
        en: 'Name files or folders, such as bizenv format drafts/.',
      },
    });
  const { groups, isNamed } = await namedDrafts(operands, context, 'own');
  const drafts = groups.flat().filter(isNamed);
  const changed = drafts.flatMap(({ document: { source }, options: settings, file }): ChangedFile[] => {
    const text = keepLineEndings(source.text, formatDocument(source, settings).text);
    return file === undefined || text === source.text ? [] : [{ file, shown: source.id, text }];
  });
  if (options.has('check')) return reportCheck(changed, drafts.length, context);
  await writeTextFiles(changed);
  say(
    context,
    changed,
    changed.length === 0
      ? { zh: '版式已经整齐，没有改动。', en: 'Nothing to tidy.' }
      : { zh: `已整理 ${changed.length} 个文件。`, en: `Files tidied: ${changed.length}.` },
  );
  return ExitCode.Clean;
}

function reportCheck(changed: readonly ChangedFile[], count: number, context: CommandContext): ExitCode {
  say(
    context,
    changed,
    changed.length === 0
      ? { zh: `${count} 个文件的版式都已整齐。`, en: `All tidy: ${count}.` }
      : {
          zh: `${changed.length} 个文件需要整理，运行 bizenv format 即可。`,
          en: `To be tidied: ${changed.length}. Run bizenv format.`,
        },
  );
  return changed.length === 0 ? ExitCode.Clean : ExitCode.Findings;
}

function say(context: CommandContext, changed: readonly ChangedFile[], sum: { zh: string; en: string }): void {
  const lines = [...changed.map(({ shown }) => visible(shown)), context.say(sum)];
  context.environment.stdout.write(`${lines.join('\n')}\n`);
}
