import { join } from 'node:path';
import { CONFIG_NAME } from '../../config/config.ts';
import { writeEach } from '../../files/write-each.ts';
import { checkNewFile, writeNewFile } from '../../files/write-new-file.ts';
import type { CommandContext } from '../context.ts';
import { configTemplate, DIRECTORY_NAME, directoryTemplate } from '../drafting/templates.ts';
import { ExitCode } from '../exit-code.ts';
import { refuseOperands } from '../operands.ts';

/** `bizenv init`: a configuration to start from, and on request an empty unit directory, in the working folder. */
export async function initCommand(context: CommandContext): Promise<ExitCode> {
  refuseOperands(context);
  const { environment, options, locale } = context;
  const withDirectory = options.has('directory');
  const replace = options.has('force');
  const files = [
    { shown: CONFIG_NAME, text: configTemplate(withDirectory, locale) },
    ...(withDirectory ? [{ shown: DIRECTORY_NAME, text: directoryTemplate(locale) }] : []),
  ].map((file) => ({ ...file, path: join(environment.cwd, file.shown) }));
  for (const { path, shown } of files) await checkNewFile(path, shown, replace);
  const written = await writeEach(
    files,
    async ({ path, text, shown }) => await writeNewFile(path, text, shown, replace),
  );
  const names = written.join(locale === 'zh' ? '、' : ', ');
  environment.stdout.write(`${context.say({ zh: `已建立 ${names}。`, en: `Written: ${names}.` })}\n`);
  return ExitCode.Clean;
}
