import { resolve } from 'node:path';
import { shownPath } from '../../drafts/shown-path.ts';
import { InputError } from '../../files/input-error.ts';
import { writeEach } from '../../files/write-each.ts';
import { checkOutput, writeOutput } from '../../files/write-output.ts';
import type { LintReport } from '../../formats/report.ts';
import type { CommandContext } from '../context.ts';
import { type ReportFormat, reportFormats } from '../options.ts';

/** One report that is asked for. */
export interface OutputRequest {
  readonly format: ReportFormat;
  /** Undefined: standard output. */
  readonly file: { readonly path: string; readonly shown: string } | undefined;
}

/**
 * The reports asked for with `--format` and `--output-file`.
 * @param stdoutTaken something else is printed there.
 * @throws InputError when two of them go to standard output.
 */
export function outputRequests(
  { options, environment }: CommandContext,
  stdoutTaken: boolean,
): readonly OutputRequest[] {
  const fileOf = (name: string) => {
    const path = resolve(environment.cwd, name);
    return { path, shown: shownPath(path, environment.cwd) };
  };
  const given = options.values('format').map((value): OutputRequest => {
    const at = value.indexOf('=');
    const name = at < 0 ? value : value.slice(0, at);
    const format = reportFormats.find((candidate) => candidate === name) ?? 'stylish';
    if (at < 0) return { format, file: undefined };
    if (at + 1 === value.length) throw missingFile(name);
    return { format, file: fileOf(value.slice(at + 1)) };
  });
  const output = options.value('output-file');
  const outputs = withOutputFile(
    given.length > 0 ? given : stdoutTaken ? [] : [{ format: 'stylish', file: undefined }],
    output === undefined ? undefined : fileOf(output),
  );
  const printed = outputs.filter(({ file }) => file === undefined).length;
  if (printed > 1) throw samePlace(undefined);
  if (stdoutTaken && printed > 0) throw stdoutIsTaken();
  return outputs;
}

/** `--output-file` is where the one report without a file of its own goes. */
function withOutputFile(outputs: readonly OutputRequest[], file: OutputRequest['file']): readonly OutputRequest[] {
  if (file === undefined) return outputs;
  if (outputs.length === 0) return [{ format: 'stylish', file }];
  if (outputs.every((output) => output.file !== undefined))
    throw new InputError({
      what: {
        zh: '每个 --format 都已写明文件，--output-file 没有用处',
        en: 'every --format names its own file already',
      },
      cure: { zh: '请去掉 --output-file。', en: 'Leave --output-file out.' },
    });
  return outputs.map((output) => (output.file === undefined ? { ...output, file } : output));
}

function missingFile(format: string): InputError {
  return new InputError({
    what: { zh: `--format ${format}= 后面缺少文件名`, en: `--format ${format}= lacks a file name` },
    cure: { zh: `请写成 --format ${format}=文件。`, en: `Write --format ${format}=FILE.` },
  });
}

function samePlace(shown: string | undefined): InputError {
  return new InputError({
    what:
      shown === undefined
        ? { zh: '两个报告都要写到标准输出', en: 'two reports would go to standard output' }
        : { zh: `两个报告都要写入 ${shown}`, en: `two reports would be written to ${shown}` },
    cure: { zh: '请给它们各写明文件：--format 格式=文件。', en: 'Name a file for each: --format FORMAT=FILE.' },
  });
}

function stdoutIsTaken(): InputError {
  return new InputError({
    what: { zh: '--fix-dry-run 已经占用标准输出', en: '--fix-dry-run prints to standard output already' },
    cure: { zh: '请给报告写明文件：--format 格式=文件。', en: 'Name a file for the report: --format FORMAT=FILE.' },
  });
}

/**
 * Makes sure before the work that the reports can be written after it, each to a file of its own, and that none of them
 * would replace what is read.
 * @param inputs absolute paths of what is read.
 * @throws InputError
 */
export async function checkOutputs(
  outputs: readonly Pick<OutputRequest, 'file'>[],
  inputs: readonly string[],
): Promise<void> {
  const places = new Set<string>();
  for (const { file } of outputs) {
    if (file === undefined) continue;
    const place = await checkOutput(file.path, file.shown, inputs);
    if (places.has(place)) throw samePlace(file.shown);
    places.add(place);
  }
}

/**
 * Makes every report, as far as it is held whole; then prints and writes them.
 * @throws InputError when one cannot be made or written; it names the files that were.
 */
export async function putOut(
  report: LintReport,
  outputs: readonly OutputRequest[],
  context: CommandContext,
): Promise<void> {
  const { stdout } = context.environment;
  const made = [];
  for (const output of outputs) made.push({ ...output, pieces: await renderPieces(report, output, context) });
  for (const { file, pieces } of made)
    if (file === undefined) for (const piece of inChunks(pieces)) stdout.write(piece);
  await writeEach(
    made.flatMap(({ file, pieces }) => (file === undefined ? [] : [{ ...file, pieces }])),
    async ({ path, shown, pieces }) => await writeOutput(path, inChunks(pieces), shown),
  );
}

/** A report as it is written: whole, or piece by piece as each is made, since one of many files is long. */
type Rendered = string | Iterable<string>;

/** So many characters are written at a time. */
const CHUNK = 1 << 16;

/** Short pieces put together: each is a call to the system. */
function* inChunks(pieces: Iterable<string>): Iterable<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/** @throws InputError when the report would be longer than a text can be. */
async function renderPieces(
  report: LintReport,
  output: OutputRequest,
  context: CommandContext,
): Promise<Iterable<string>> {
  try {
    const rendered = await render(report, output, context);
    return typeof rendered === 'string' ? [rendered] : rendered;
  } catch (error) {
    if (!(error instanceof RangeError) || !/string length/.test(error.message)) throw error;
    throw new InputError({
      what: {
        zh: `${output.format} 格式的报告太长，写不出来`,
        en: `the report is too long for the format ${output.format}`,
      },
      cure: {
        zh: '请减少一次检查的文件，用 --quiet 只列错误，或改用较短的格式。',
        en: 'Check fewer files at a time, list errors only (--quiet), or choose a shorter format.',
      },
    });
  }
}

async function render(report: LintReport, { format, file }: OutputRequest, context: CommandContext): Promise<Rendered> {
  const { locale } = context;
  switch (format) {
    case 'json':
      return (await import('../../formats/json.ts')).formatJson(report, locale);
    case 'sarif':
      return (await import('../../formats/sarif.ts')).formatSarif(report, locale);
    case 'github':
      return (await import('../../formats/github.ts')).formatGithub(report, locale);
    case 'gitlab':
      return (await import('../../formats/gitlab.ts')).formatGitlab(report, locale);
    case 'junit':
      return (await import('../../formats/junit.ts')).formatJunit(report, locale);
    case 'checkstyle':
      return (await import('../../formats/checkstyle.ts')).formatCheckstyle(report, locale);
    case 'rdjson':
      return (await import('../../formats/rdjson.ts')).formatRdjson(report, locale);
    case 'markdown':
      return (await import('../../formats/markdown.ts')).formatMarkdown(report, locale);
    case 'html':
      return (await import('../../formats/html.ts')).formatHtml(report, locale);
    case 'stylish':
      return await stylish(report, file === undefined, context);
  }
}

/** For a terminal where it goes to one; a file has no colours and no width of its own. */
async function stylish(report: LintReport, toStdout: boolean, context: CommandContext): Promise<string> {
  const { environment, options, locale } = context;
  const [{ formatStylish }, { choosePaint }, { measureFor }] = await Promise.all([
    import('../../formats/stylish.ts'),
    import('../../formats/paint.ts'),
    import('../../formats/width.ts'),
  ]);
  const isTTY = toStdout && environment.stdout.isTTY;
  const columns = toStdout ? environment.stdout.columns : undefined;
  const option = options.has('no-color') ? false : options.has('color') ? true : undefined;
  return formatStylish(report, {
    locale,
    paint: choosePaint({ option: toStdout ? option : false, env: environment.env, isTTY }),
    width: Math.max(40, columns ?? 100),
    widthOf: await measureFor(report.files.map((file) => file.source.text)),
  });
}
