import { dirname, resolve } from 'node:path';
import type { Config } from '../../config/config.ts';
import type { DraftReader } from '../../drafts/draft-reader.ts';
import { type LoadedDrafts, loadTextTogether, loadTogether } from '../../drafts/read-together.ts';
import { decodeText } from '../../files/encoding.ts';
import { type FoundInput, findFiles, realPaths, withoutRepeats } from '../../files/find-files.ts';
import { InputError, type Problem } from '../../files/input-error.ts';
import { MOST_BYTES, tooLarge } from '../../files/text-file.ts';
import type { CommandContext } from '../context.ts';

export interface Inputs extends LoadedDrafts {
  /** What was named, and what it stands for. */
  readonly found: readonly FoundInput[];
}

/** Reads what `bizenv lint` was asked to check: standard input, the operands, or the configuration's `include`. */
export async function readInputs(reader: DraftReader, context: CommandContext): Promise<Inputs> {
  if (context.options.has('stdin')) return { ...(await readStdin(reader, context)), found: [] };
  const { cwd } = context.environment;
  const found = context.operands.length > 0 ? await findFiles(context.operands, cwd) : await findIncluded(reader, cwd);
  const inputs = await Promise.all(found.inputs.map((input) => withoutExcluded(input, reader)));
  const files = await withoutRepeats(inputs.flatMap((input) => input.files));
  const loaded = await loadTogether(reader, files);
  return { groups: loaded.groups, problems: [...found.problems, ...loaded.problems], found: inputs };
}

async function readStdin(reader: DraftReader, { environment, options }: CommandContext): Promise<LoadedDrafts> {
  const name = options.value('stdin-filename');
  const path = resolve(environment.cwd, name ?? 'stdin.md');
  const shown = name === undefined ? '<stdin>' : reader.show(path);
  const bytes = await environment.readStdin(MOST_BYTES);
  if (bytes.length > MOST_BYTES) throw new InputError(tooLarge(shown, MOST_BYTES));
  const decoded = await decodeText(bytes);
  if (decoded === undefined)
    throw new InputError({
      at: { path: shown },
      what: { zh: '标准输入的内容不是文本', en: 'standard input holds no text' },
      cure: { zh: '请输入 Markdown 文本。', en: 'Feed it Markdown text.' },
    });
  return await loadTextTogether(reader, decoded.text, path, shown);
}

async function findIncluded(reader: DraftReader, cwd: string) {
  const config = await reader.configs.forFolder(cwd);
  if (config === undefined || config.include?.length === 0) throw nothingNamed();
  const patterns = config.include?.map(({ pattern }) => pattern) ?? ['.'];
  // Relative to the configuration that has the list, which may be one that this one extends.
  return await findFiles(patterns, config.include?.[0]?.folder ?? dirname(config.path));
}

function nothingNamed(): InputError {
  return new InputError({
    what: {
      zh: '没有指定要检查的文件，配置文件 bizenv.config.json 里也没有“include”',
      en: 'no file was named, and no bizenv.config.json with “include” was found',
    },
    cure: {
      zh: '请写明文件、文件夹或通配符，例如 bizenv lint 草稿/。',
      en: 'Name files, folders or globs, such as bizenv lint drafts/.',
    },
  });
}

/** A file that was named is checked in any case; `exclude` is for what a search finds. */
async function withoutExcluded(input: FoundInput, reader: DraftReader): Promise<FoundInput> {
  if (input.kind === 'file') return input;
  const files: string[] = [];
  for (const path of input.files) {
    const config = await reader.configs.forFile(path);
    if (config === undefined || !(await isExcluded(path, config))) files.push(path);
  }
  return { ...input, files };
}

async function isExcluded(path: string, { exclude }: Config): Promise<boolean> {
  if (exclude.length === 0) return false;
  const { matchesAny } = await import('../../config/match-patterns.ts');
  return matchesAny(path, exclude);
}

/**
 * A check that checked nothing must not look like one that passed.
 * @param drafts absolute paths of the files that hold a part.
 */
export async function foldersWithoutDrafts(
  inputs: readonly FoundInput[],
  drafts: readonly string[],
): Promise<readonly Problem[]> {
  const known = new Set(await realPaths(drafts));
  const problems: Problem[] = [];
  for (const { input, kind, files } of inputs) {
    if (kind !== 'folder') continue;
    const real = await realPaths(files);
    if (!real.some((path) => known.has(path))) problems.push(noDraftAmong(input, files.length));
  }
  return problems;
}

function noDraftAmong(input: string, count: number): Problem {
  return {
    at: { path: input },
    what: {
      zh: `文件夹里的 ${count} 个 Markdown 文件都没有工作要点或任务清单`,
      en: `none of the folder’s ${count} Markdown files holds work points or a task list`,
    },
    cure: { zh: '请检查路径和文件内容。', en: 'Check the path and what the files hold.' },
  };
}
