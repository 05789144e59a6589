import { writtenRows } from '../markdown/written-rows.ts';
import type { Directive, PolicyDocument } from '../model/policy-document.ts';
import type { SourceText } from '../text/source-text.ts';

/** Stands for "all rules" where a directive names none. */
const ALL = '*';

/** From a `disable` to its `enable`, for one rule or for all. */
interface Stretch {
  readonly directive: Directive;
  readonly start: number;
  end: number;
  /** For a stretch of all rules: where single rules were enabled again. */
  readonly resumed: Map<string, number>;
}

/**
 * Where the directives of one file hold. A directive that repeats another of the same reach adds nothing: it is not
 * held, and so counts as unused.
 */
export class DirectiveScopes {
  /** Each `enable` with the `disable`s that it ends. */
  readonly ended = new Map<Directive, Set<Directive>>();
  readonly #file = new Map<string, Directive>();
  readonly #tasks = new Map<string, Directive>();
  readonly #lines = new Map<string, Directive>();
  readonly #stretches = new Map<string, Stretch[]>();
  readonly #source: SourceText;

  constructor(document: PolicyDocument) {
    this.#source = document.source;
    const directives = document.directives.filter((directive) => directive.problem === undefined);
    const targets = directives.some((directive) => directive.kind === 'disable-next-line')
      ? contentLines(document.source)
      : [];
    const tableLines = linesOfTables(document);
    for (const directive of directives) this.#hold(directive, targets, tableLines);
  }

  /** The directives of this file that silence a finding of a rule at an offset of it. */
  at(rule: string, offset: number): readonly Directive[] {
    const line = this.#source.positionAt(offset).line;
    return [rule, ALL].flatMap((id) =>
      [this.#file.get(id), this.#lines.get(`${line} ${id}`), this.#stretchAt(id, rule, offset)].filter(
        (directive) => directive !== undefined,
      ),
    );
  }

  /** The directives of this file that silence a finding of a rule on a task. */
  onTask(rule: string, number: number): readonly Directive[] {
    return [rule, ALL].flatMap((id) => this.#tasks.get(`${number} ${id}`) ?? []);
  }

  #hold(directive: Directive, targets: readonly number[], tableLines: ReadonlySet<number>): void {
    const ids = directive.rules.length === 0 ? [ALL] : directive.rules.map((rule) => rule.id);
    const { start, end } = directive.comment.span;
    const line = this.#source.positionAt(start).line;
    const inTable = tableLines.has(line);
    switch (directive.kind) {
      case 'disable-file':
        for (const id of ids) setFirst(this.#file, id, directive);
        break;
      case 'disable-task':
        for (const id of ids) setFirst(this.#tasks, `${directive.task?.value} ${id}`, directive);
        break;
      case 'disable-next-line': {
        const target = targets[this.#source.positionAt(end).line + 1];
        for (const id of ids) setFirst(this.#lines, `${target} ${id}`, directive);
        break;
      }
      case 'disable':
        // A comment in a table's row speaks for the whole row: there is no other place for it.
        for (const id of ids) this.#open(id, directive, inTable ? this.#source.lineStart(line) : start);
        break;
      case 'enable':
        this.#close(directive, inTable ? this.#source.lineStart(line + 1) : start);
        break;
    }
  }

  #open(id: string, directive: Directive, start: number): void {
    const stretches = this.#stretches.get(id) ?? [];
    const last = stretches[stretches.length - 1];
    if (last !== undefined && last.end === Number.POSITIVE_INFINITY) return;
    stretches.push({ directive, start, end: Number.POSITIVE_INFINITY, resumed: new Map() });
    this.#stretches.set(id, stretches);
  }

  #close(directive: Directive, end: number): void {
    const ended = new Set<Directive>();
    const ids = directive.rules.length === 0 ? [...this.#stretches.keys()] : directive.rules.map((rule) => rule.id);
    for (const id of ids) {
      const open = this.#openStretch(id);
      if (open !== undefined) {
        open.end = end;
        ended.add(open.directive);
      }
      const all = directive.rules.length === 0 ? undefined : this.#openStretch(ALL);
      if (all !== undefined && !all.resumed.has(id)) {
        all.resumed.set(id, end);
        ended.add(all.directive);
      }
    }
    this.ended.set(directive, ended);
  }

  #openStretch(id: string): Stretch | undefined {
    const stretches = this.#stretches.get(id);
    const last = stretches?.[stretches.length - 1];
    return last?.end === Number.POSITIVE_INFINITY ? last : undefined;
  }

  #stretchAt(id: string, rule: string, offset: number): Directive | undefined {
    const stretches = this.#stretches.get(id) ?? [];
    let low = 0;
    let high = stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((stretches[middle] as Stretch).start <= offset) low = middle + 1;
      else high = middle;
    }
    const stretch = stretches[low - 1];
    if (stretch === undefined || offset >= stretch.end) return undefined;
    return offset >= (stretch.resumed.get(rule) ?? Number.POSITIVE_INFINITY) ? undefined : stretch.directive;
  }
}

function setFirst(map: Map<string, Directive>, key: string, directive: Directive): void {
  if (!map.has(key)) map.set(key, directive);
}

/** For each line, the first line from it on that holds more than blanks and comments. */
function contentLines(source: SourceText): readonly number[] {
  const lines: number[] = new Array(source.lineCount + 1).fill(source.lineCount);
  for (let line = source.lineCount - 1; line >= 0; line--) {
    const text = source.text.slice(source.lineStart(line), source.lineStart(line + 1)).trim();
    const skipped = text === '' || (text.startsWith('<!--') && text.endsWith('-->'));
    lines[line] = skipped ? (lines[line + 1] as number) : line;
  }
  return lines;
}

function linesOfTables(document: PolicyDocument): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const block of document.blocks) {
    if (block.kind !== 'table') continue;
    for (const row of writtenRows(block)) lines.add(document.source.positionAt(row.span.start).line);
  }
  return lines;
}
