import type { Diagnostic, Range } from 'vscode-languageserver';
import type { Place } from '#shared/findings/finding.ts';
import type { Locale } from '#shared/text/localized.ts';
import type { LiveFinding } from '#shared/typing/moved-findings.ts';
import { severityOf, toDiagnostic, toRange } from '../../convert.ts';

interface Shown {
  /** Equal for equal findings. */
  readonly resultId: string;
  readonly items: Diagnostic[];
}

/**
 * What a client was last told of each open text. A key changes few findings, and mostly none: the diagnostics of all others
 * are not made again, and need not be sent again.
 */
export class ShownFindings {
  readonly #shown = new Map<string, Shown>();
  #results = 0;

  of(uri: string, findings: readonly LiveFinding[], locale: Locale): Shown {
    const before = this.#shown.get(uri);
    const items = renewed(before?.items ?? [], findings, locale);
    if (before !== undefined && items === before.items) return before;
    const shown = { resultId: `open-${++this.#results}`, items };
    this.#shown.set(uri, shown);
    return shown;
  }

  drop(uri: string): void {
    this.#shown.delete(uri);
  }
}

/** The diagnostics of some findings; the same array where they are the same. What is new stands together, as a rule. */
function renewed(before: Diagnostic[], findings: readonly LiveFinding[], locale: Locale): Diagnostic[] {
  const most = Math.min(before.length, findings.length);
  const isSame = (item: Diagnostic | undefined, finding: LiveFinding | undefined) =>
    item !== undefined && finding !== undefined && says(item, finding, locale);
  let head = 0;
  while (head < most && isSame(before[head], findings[head])) head++;
  if (head === before.length && head === findings.length) return before;
  let tail = 0;
  while (head + tail < most && isSame(before.at(-1 - tail), findings.at(-1 - tail))) tail++;
  return [
    ...before.slice(0, head),
    ...findings.slice(head, findings.length - tail).map((finding) => toDiagnostic(finding, locale)),
    ...before.slice(before.length - tail),
  ];
}

/** Whether a diagnostic is that of a finding: all that `toDiagnostic` takes from one is compared. */
function says(item: Diagnostic, finding: LiveFinding, locale: Locale): boolean {
  const { rule, severity, message, related, unnecessary } = finding;
  const told = item.relatedInformation ?? [];
  return (
    item.code === rule &&
    item.severity === severityOf(severity) &&
    item.message === message[locale] &&
    (item.tags !== undefined) === unnecessary &&
    isRangeOf(item.range, finding) &&
    told.length === related.length &&
    related.every((place, index) => {
      const one = told[index];
      return (
        one?.message === place.message[locale] &&
        one.location.uri === place.source.id &&
        isRangeOf(one.location.range, place)
      );
    })
  );
}

function isRangeOf({ start, end }: Range, place: Place): boolean {
  const now = toRange(place.source, place.start, place.end);
  return (
    start.line === now.start.line &&
    start.character === now.start.character &&
    end.line === now.end.line &&
    end.character === now.end.character
  );
}
