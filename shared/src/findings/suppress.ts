import type { Directive } from '../model/policy-document.ts';
import type { Subject } from '../rules/subject.ts';
import { DirectiveScopes } from './directive-scopes.ts';
import type { Finding } from './finding.ts';
import { TaskIndex } from './task-index.ts';

/** A finding that the document itself silences, and by what. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly directives: readonly Directive[];
}

/** What each directive was good for. */
export interface DirectiveUse {
  /** Ids of the rules whose findings it silenced. */
  readonly silenced: ReadonlySet<string>;
  /** For an `enable`: the `disable`s that it ends. */
  readonly ended: ReadonlySet<Directive>;
}

export interface Suppression {
  readonly kept: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly uses: ReadonlyMap<Directive, DirectiveUse>;
}

/**
 * Takes out what the directives of the documents silence. `disable-task` reaches across the files of a pair, and
 * silences a finding on a pair by the number of either side; every other directive holds in its own file.
 * @param by `named`: only directives that name the finding's rule count, not those that name none.
 */
export function suppress(findings: readonly Finding[], subject: Subject, by: 'any' | 'named' = 'any'): Suppression {
  const scopes = new Map(subject.documents.map((document) => [document.source, new DirectiveScopes(document)]));
  const silenced = new Map<Directive, Set<string>>();
  for (const document of subject.documents)
    for (const directive of document.directives) silenced.set(directive, new Set());
  const kept: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  const tasks = silenced.size === 0 ? undefined : new TaskIndex(subject);
  for (const finding of findings) {
    const numbers = tasks?.numbersAt(finding.source, finding.start) ?? [];
    const directives = [
      ...(scopes.get(finding.source)?.at(finding.rule, finding.start) ?? []),
      ...numbers.flatMap((number) => [...scopes.values()].flatMap((scope) => scope.onTask(finding.rule, number))),
    ].filter((directive) => by === 'any' || directive.rules.length > 0);
    if (directives.length === 0) kept.push(finding);
    else suppressed.push({ finding, directives });
    for (const directive of directives) silenced.get(directive)?.add(finding.rule);
  }
  const ended = new Map([...scopes.values()].flatMap((scope) => [...scope.ended]));
  const uses = new Map(
    [...silenced].map(([directive, ids]) => [directive, { silenced: ids, ended: ended.get(directive) ?? new Set() }]),
  );
  return { kept, suppressed, uses };
}
