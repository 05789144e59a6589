import { comparePairs } from '#shared/drafting/compare.ts';
import { makeSubject } from '#shared/rules/make-subject.ts';
import type { Subject } from '#shared/rules/subject.ts';
import { InputError } from '../../files/input-error.ts';
import type { ComparedPairs } from '../../formats/compare-words.ts';
import type { CommandContext } from '../context.ts';
import { namedDrafts } from '../drafting/named-drafts.ts';
import { ExitCode } from '../exit-code.ts';

/** `bizenv compare OLD NEW`: what became of each task. Differences are no failure: the exit code is 0. */
export async function compareCommand(context: CommandContext): Promise<ExitCode> {
  const { operands, options, environment } = context;
  const [old, now, ...more] = operands;
  if (old === undefined || now === undefined || more.length > 0)
    throw new InputError({
      what: { zh: '请给出两个文件：上一年的和本年的', en: 'name two files: the old one and the new one' },
      cure: { zh: '例如 bizenv compare 2023.md 2024.md。', en: 'Such as bizenv compare 2023.md 2024.md.' },
    });
  const [before, after] = [await readPair(old, context), await readPair(now, context)];
  const compared: ComparedPairs = {
    before: { path: before.path, year: before.subject.year },
    after: { path: after.path, year: after.subject.year },
    comparison: comparePairs(before.subject, after.subject),
  };
  environment.stdout.write(await write(compared, options.value('format'), context));
  return ExitCode.Clean;
}

async function readPair(named: string, context: CommandContext): Promise<{ path: string; subject: Subject }> {
  const { groups } = await namedDrafts([named], context, 'own');
  const [group = [], ...others] = groups;
  const [first] = group;
  if (first === undefined || others.length > 0)
    throw new InputError({
      at: { path: named },
      what: { zh: '这里不止一对要点和清单', en: 'there is more than one pair here' },
      cure: { zh: '请给出一个文件。', en: 'Name one file.' },
    });
  const { directory, year } = first.options;
  const subject = makeSubject(
    group.map(({ document }) => document),
    directory,
    year,
  );
  return { path: first.document.source.id, subject };
}

async function write(compared: ComparedPairs, format: string | undefined, context: CommandContext): Promise<string> {
  const { locale, environment, options } = context;
  switch (format) {
    case 'json':
      return (await import('../../formats/compare-json.ts')).compareJson(compared);
    case 'html':
      return (await import('../../formats/compare-html.ts')).compareHtml(compared, locale);
    case 'md':
      return (await import('../../formats/compare-md.ts')).compareMarkdown(compared, locale);
    default: {
      const [{ compareText }, { choosePaint }] = await Promise.all([
        import('../../formats/compare-text.ts'),
        import('../../formats/paint.ts'),
      ]);
      const option = options.has('no-color') ? false : options.has('color') ? true : undefined;
      return compareText(
        compared,
        locale,
        choosePaint({ option, env: environment.env, isTTY: environment.stdout.isTTY }),
      );
    }
  }
}
