import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { applyFixes } from '#shared/findings/apply-fixes.ts';
import type { Finding } from '#shared/findings/finding.ts';
import { toDiagnostic, toWorkspaceEdit } from '../../convert.ts';
import type { Judged, Session } from '../../session.ts';

/** Every fix of a finding, best first; where the truth is unclear there is one for each direction. */
export function fixActions(finding: Finding, session: Session): CodeAction[] {
  return finding.fixes.map((fix, index) => ({
    title: fix.title[session.locale],
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(finding, session.locale)],
    isPreferred: index === 0,
    edit: toWorkspaceEdit(fix.edits, (uri) => session.versionOf(uri)),
  }));
}

/** The first fix of each finding of a rule; offered where the text has more than one of them. */
export function fixRuleAction(rule: string, judged: Judged, session: Session): CodeAction[] {
  const findings = judged.file.findings.filter((finding) => finding.rule === rule && finding.fixes.length > 0);
  const texts = judged.file.subject.documents.map(({ source }) => source);
  const { fixed } = applyFixes(texts, findings, 'all');
  if (fixed.length < 2) return [];
  const edits = fixed.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
  const title =
    session.locale === 'zh'
      ? `修复本文件全部同类问题（${rule}，${fixed.length} 处）`
      : `Fix all ${fixed.length} ${rule} findings in this file`;
  return [{ title, kind: CodeActionKind.QuickFix, edit: toWorkspaceEdit(edits, (uri) => session.versionOf(uri)) }];
}
