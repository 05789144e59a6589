import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { fixUntilStable } from '#shared/findings/fix-until-stable.ts';
import { lint } from '#shared/lint.ts';
import { changesBetween, type TextChange } from '#shared/text/text-changes.ts';
import { toTextEdits } from '../../convert.ts';
import type { Judged, Session } from '../../session.ts';

/** `source.fixAll` narrowed to ours, so that a user can name it in `editor.codeActionsOnSave`. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.bizenv`;

const known = new WeakMap<Judged, readonly TextChange[]>();

/** All safe fixes of the text, again and again until none is left, as one edit. The partner's text is left alone. */
export function fixAllAction(judged: Judged, session: Session): CodeAction[] {
  const { source } = judged.file;
  const changes = known.get(judged) ?? safeChanges(judged);
  known.set(judged, changes);
  if (changes.length === 0) return [];
  const textDocument = { uri: source.id, version: session.versionOf(source.id) };
  return [
    {
      title: session.locale === 'zh' ? '修复所有可安全修复的问题' : 'Apply all safe fixes',
      kind: FIX_ALL,
      edit: { documentChanges: [{ textDocument, edits: toTextEdits(source, changes) }] },
    },
  ];
}

function safeChanges({ file, options }: Judged): readonly TextChange[] {
  const isSafe = file.findings.some(({ fixes }) => fixes[0]?.safe);
  if (!isSafe) return [];
  const own = file.subject.documents.findIndex(({ source }) => source === file.source);
  const outcome = fixUntilStable(
    file.subject.documents.map(({ source }) => source),
    'safe',
    (texts) => lint(texts, options),
    ({ files }) => {
      const { source, findings = [] } = files[own] ?? {};
      return findings.filter(({ fixes }) => fixes[0]?.edits.every((edit) => edit.source === source));
    },
  );
  return changesBetween(file.source.text, outcome.texts[own]?.text ?? file.source.text);
}
