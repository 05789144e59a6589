import { resolve } from 'node:path';
import type { Localized } from '#shared/text/localized.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { InputError } from '../../files/input-error.ts';
import { readTextFile } from '../../files/text-file.ts';
import type { FileReport, ReportedFinding } from '../../formats/report.ts';
import type { ParsedReport, ReportFile, ReportFinding, ReportPlace } from './report-schema.ts';

/** A report with how messages name it. */
export interface NamedReport {
  readonly shown: string;
  readonly report: ParsedReport;
}

/**
 * The files of all reports, in the order of one run over all of them.
 * @param cwd the folder that paths in reports without texts are relative to.
 * @throws InputError when shards are missing, a file stands in two reports, or a text is not the one that was checked.
 */
export async function mergeReports(reports: readonly NamedReport[], cwd: string): Promise<readonly FileReport[]> {
  checkShards(reports);
  const sources = await sourcesOf(reports, cwd);
  let next = 0;
  const files = reports.flatMap(({ shown, report }) =>
    report.files.map((file) => new FileRestorer(file, shown, sources).restore(file.group ?? next++)),
  );
  return files.sort((a, b) => a.group - b.group);
}

function checkShards(reports: readonly NamedReport[]): void {
  const first = reports.find(({ report }) => report.shard !== undefined);
  if (first?.report.shard === undefined) return;
  const { total, run } = first.report.shard;
  const seen = new Map<number, string>();
  for (const { shown, report } of reports) {
    const { shard } = report;
    if (shard === undefined || shard.total !== total || shard.index > total)
      throw unmergeable(shown, {
        zh: `这份报告不是 ${total} 个分片之一`,
        en: `this report is not one of the ${total} shards`,
      });
    if (!report.isAsWritten)
      throw unmergeable(shown, {
        zh: '这份报告写成之后被改动过',
        en: 'this report was changed after it was written',
      });
    if (shard.run !== run)
      throw unmergeable(shown, {
        zh: `这份报告与 ${first.shown} 不是同一次运行的：文件、选项或 bizenv 的版本不同`,
        en: `this report is not of the run of ${first.shown}: other files, other options or another version of bizenv`,
      });
    const other = seen.get(shard.index);
    if (other !== undefined)
      throw unmergeable(shown, {
        zh: `第 ${shard.index}/${total} 分片已在 ${other} 中`,
        en: `shard ${shard.index}/${total} is in ${other} already`,
      });
    seen.set(shard.index, shown);
  }
  const missing = Array.from({ length: total }, (_, index) => index + 1).filter((index) => !seen.has(index));
  if (missing.length === 0) return;
  const names = missing.slice(0, 10).map((index) => `${index}/${total}`);
  const more = missing.length > names.length ? ' …' : '';
  throw new InputError({
    what: { zh: `缺少分片 ${names.join('、')}${more}`, en: `shards are missing: ${names.join(', ')}${more}` },
    cure: {
      zh: '请给出全部分片的报告；没有报告的分片运行失败了。',
      en: 'Name the reports of all shards; one without a report has failed.',
    },
  });
}

async function sourcesOf(reports: readonly NamedReport[], cwd: string): Promise<ReadonlyMap<string, SourceText>> {
  const sources = new Map<string, SourceText>();
  for (const { shown, report } of reports)
    for (const { path, text } of report.files) {
      if (sources.has(path))
        throw unmergeable(shown, {
          zh: `${path} 已在另一份报告中`,
          en: `${path} is in another report already`,
        });
      sources.set(path, new SourceText(text ?? (await readTextFile(resolve(cwd, path), path)).text, path));
    }
  return sources;
}

class FileRestorer {
  readonly #file: ReportFile;
  readonly #shown: string;
  readonly #sources: ReadonlyMap<string, SourceText>;

  constructor(file: ReportFile, shown: string, sources: ReadonlyMap<string, SourceText>) {
    this.#file = file;
    this.#shown = shown;
    this.#sources = sources;
  }

  restore(group: number): FileReport {
    const { path, year, points = 0, rows = 0, findings, tasks = [] } = this.#file;
    const source = this.#source(path);
    return {
      path,
      source,
      year: year ?? undefined,
      points,
      rows,
      findings: findings.map((finding, index) => this.#finding(finding, source, index)),
      tasks,
      group,
    };
  }

  #finding(finding: ReportFinding, source: SourceText, index: number): ReportedFinding {
    const { rule, severity, message, fix, fixes, related = [], data, key, identity } = finding;
    const words = source.text.slice(finding.start.offset, finding.end.offset);
    return {
      ...this.#place(source, finding),
      rule,
      severity,
      message: both(message),
      related: related.map((place) => ({
        ...this.#place(this.#source(place.path), place),
        message: both(place.message),
      })),
      fixes: (fixes ?? (fix === undefined ? [] : [fix])).map(({ safe, title, edits }) => ({
        safe,
        title: both(title),
        edits: edits.map(({ path, start, end, text }) => ({
          ...this.#range(path === undefined ? source : this.#source(path), start, end),
          text,
        })),
      })),
      unnecessary: false,
      data,
      identity: identity ?? { rule, task: '', words },
      // A report that is no shard's has no keys: its findings are told apart by their order.
      key: key ?? `${rule}|${words}|${index}`,
    };
  }

  /** @throws InputError when the lines and columns of a place are not those of its offsets. */
  #place(source: SourceText, { start, end }: { readonly start: ReportPlace; readonly end: ReportPlace }) {
    for (const { line, column, offset } of [start, end]) {
      const found = source.positionAt(offset);
      if (found.line + 1 !== line || found.character + 1 !== column) throw this.#isOther(source);
    }
    return this.#range(source, start.offset, end.offset);
  }

  #range(source: SourceText, start: number, end: number) {
    if (end < start || end > source.text.length) throw this.#isOther(source);
    return { source, start, end };
  }

  #source(path: string): SourceText {
    const source = this.#sources.get(path);
    if (source !== undefined) return source;
    throw unmergeable(this.#shown, {
      zh: `报告提到的 ${path} 不在报告里`,
      en: `the report names ${path}, but does not hold it`,
    });
  }

  #isOther({ id }: SourceText): InputError {
    return unmergeable(this.#shown, {
      zh: `${id} 不是当时检查的内容`,
      en: `${id} is not what was checked then`,
    });
  }
}

/** A report is in one language. */
function both(text: string): Localized {
  return { zh: text, en: text };
}

function unmergeable(path: string, what: Localized): InputError {
  return new InputError({
    at: { path },
    what,
    cure: {
      zh: '请合并同一次运行、用 --shard 和 --format json 生成的报告。',
      en: 'Merge reports of one run, made with --shard and --format json.',
    },
  });
}
