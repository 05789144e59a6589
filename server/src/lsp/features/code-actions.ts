import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { applyFixes } from '#shared/findings/apply-fixes.ts';
import type { Edit, Finding } from '#shared/findings/finding.ts';
import { toDiagnostic, toWorkspaceEdit } from '../convert.ts';
import { findingsAt, type Judged, type Session } from '../session.ts';

/** `source.fixAll` narrowed to ours, so that a user can name it in `editor.codeActionsOnSave`. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.bizenv`;

/** Every fix of every finding in the range, then the same rule all over the text, then all safe fixes at once. */
export async function codeActions(session: Session, params: CodeActionParams): Promise<CodeAction[]> {
  const judged = await session.judge(params.textDocument.uri);
  if (judged === undefined) return [];
  const { source } = judged.file;
  const wanted = (kind: string) => isWanted(kind, params.context.only);
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    const [start, end] = [source.offsetAt(params.range.start), source.offsetAt(params.range.end)];
    const findings = findingsAt(judged, start, end);
    for (const finding of findings) actions.push(...fixesOf(finding, session));
    for (const rule of new Set(findings.map((finding) => finding.rule)))
      actions.push(...fixesOfRule(rule, judged, session));
  }
  if (wanted(FIX_ALL)) actions.push(...fixAll(judged, session));
  return actions;
}

function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
}

function fixesOf(finding: Finding, session: Session): CodeAction[] {
  return finding.fixes.map((fix, index) => ({
    title: fix.title[session.locale],
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(finding, session.locale)],
    isPreferred: index === 0,
    edit: toWorkspaceEdit(fix.edits, (uri) => session.versionOf(uri)),
  }));
}

/** Offered where the text has the same finding more than once. */
function fixesOfRule(rule: string, judged: Judged, session: Session): CodeAction[] {
  const findings = judged.file.findings.filter((finding) => finding.rule === rule && finding.fixes[0]?.safe === true);
  if (findings.length < 2) return [];
  const edits = safeEdits(findings, judged);
  const title = session.locale === 'zh' ? `修复本文件全部 ${rule} 问题` : `Fix all ${rule} findings in this file`;
  return [{ title, kind: CodeActionKind.QuickFix, edit: toWorkspaceEdit(edits, (uri) => session.versionOf(uri)) }];
}

function fixAll(judged: Judged, session: Session): CodeAction[] {
  const findings = judged.file.findings.filter((finding) => finding.fixes[0]?.safe === true);
  if (findings.length === 0) return [];
  const title = session.locale === 'zh' ? '修复所有可安全修复的问题' : 'Apply all safe fixes';
  const edits = safeEdits(findings, judged);
  return [{ title, kind: FIX_ALL, edit: toWorkspaceEdit(edits, (uri) => session.versionOf(uri)) }];
}

/** What one pass of safe fixes does: a fix that would touch what an earlier one changes is left for the next time. */
function safeEdits(findings: readonly Finding[], judged: Judged): readonly Edit[] {
  const texts = judged.file.subject.documents.map(({ source }) => source);
  return applyFixes(texts, findings, 'safe').fixed.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
}
