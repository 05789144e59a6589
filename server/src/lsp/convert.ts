import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Location,
  type Range,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit, Place, Severity } from '#shared/findings/finding.ts';
import type { Locale } from '#shared/text/localized.ts';
import type { SourceText } from '#shared/text/source-text.ts';
import type { Span } from '#shared/text/span.ts';
import type { TextChange } from '#shared/text/text-changes.ts';
import type { LiveFinding } from '#shared/typing/moved-findings.ts';
import { rulePage } from '../pages.ts';

/** The only maker of protocol shapes: offsets inside, positions at the edge. */

export function toRange(source: SourceText, start: number, end: number): Range {
  return { start: source.positionAt(start), end: source.positionAt(end) };
}

export function spanRange(source: SourceText, { start, end }: Span): Range {
  return toRange(source, start, end);
}

/** A text's id is its URI in the server. */
export function toLocation({ source, start, end }: Place): Location {
  return { uri: source.id, range: toRange(source, start, end) };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

export function severityOf(severity: Severity): DiagnosticSeverity {
  return severities[severity];
}

export function toDiagnostic(finding: LiveFinding, locale: Locale): Diagnostic {
  const related = finding.related.map((place) => ({ location: toLocation(place), message: place.message[locale] }));
  return {
    range: toRange(finding.source, finding.start, finding.end),
    severity: severityOf(finding.severity),
    source: 'bizenv',
    code: finding.rule,
    codeDescription: { href: rulePage(finding.rule, locale) },
    message: finding.message[locale],
    ...(related.length === 0 ? {} : { relatedInformation: related }),
    ...(finding.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

/** Edits of one or several texts, each against the version of it that was judged. */
export function toWorkspaceEdit(edits: readonly Edit[], versionOf: (uri: string) => number | null): WorkspaceEdit {
  const byText = new Map<string, TextDocumentEdit>();
  for (const { source, start, end, text } of edits) {
    let changes = byText.get(source.id);
    if (changes === undefined) {
      changes = { textDocument: { uri: source.id, version: versionOf(source.id) }, edits: [] };
      byText.set(source.id, changes);
    }
    changes.edits.push({ range: toRange(source, start, end), newText: text });
  }
  return { documentChanges: [...byText.values()] };
}

export function toTextEdits(source: SourceText, changes: readonly TextChange[]): TextEdit[] {
  return changes.map(({ start, end, text }) => ({ range: toRange(source, start, end), newText: text }));
}
