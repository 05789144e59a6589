import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { Edit, Finding } from '#shared/findings/finding.ts';
import { TaskIndex } from '#shared/findings/task-index.ts';
import { lineBreakOf } from '#shared/rules/support/line-break.ts';
import { CONFIG_NAME } from '../../../config/config.ts';
import { toDiagnostic, toWorkspaceEdit } from '../../convert.ts';
import type { Server } from '../../feature.ts';
import { editJson } from '../../json-edit.ts';
import type { Judged } from '../../session.ts';
import { folderOf, uriKey } from '../../uri.ts';

/** Turns the rule of a finding off: for its line or its task, for the file, for the workspace. */
export async function disableActions(finding: Finding, judged: Judged, server: Server): Promise<CodeAction[]> {
  const { session } = server;
  const { rule } = finding;
  const diagnostics = [toDiagnostic(finding, session.locale)];
  const ofText = [nearby(finding, judged), wholeFile(finding, judged)].flatMap((choice) =>
    choice === undefined
      ? []
      : [
          {
            title: choice.title[session.locale],
            kind: CodeActionKind.QuickFix,
            diagnostics,
            edit: toWorkspaceEdit([choice.edit], (uri) => session.versionOf(uri)),
          },
        ],
  );
  const config = await configOf(judged.file.source.id, server);
  if (config === undefined) return ofText;
  const title =
    session.locale === 'zh'
      ? `整个工作区不再检查此类问题（${rule}，写入配置）`
      : `Turn ${rule} off for the workspace (configuration)`;
  const edit = editJson([{ ...config, path: ['rules', rule], value: 'off' }]);
  return [...ofText, { title, kind: CodeActionKind.QuickFix, diagnostics, edit }];
}

interface Choice {
  readonly title: Finding['message'];
  readonly edit: Edit;
}

/**
 * A comment above the line; in a table, where no comment can stand between two rows, and inside a paragraph, one at the
 * end of the file that names the task.
 */
function nearby(finding: Finding, { file }: Judged): Choice | undefined {
  const { source, start, rule } = finding;
  // Directives are judged when all others are: only the whole file, or the workspace, can be without it.
  if (rule === 'unused-directive') return undefined;
  const newLine = lineBreakOf(source);
  const line = source.lineStart(source.positionAt(start).line);
  const block = file.document.blocks.findLast(({ span }) => span.start <= start);
  if (block !== undefined && block.kind !== 'table' && block.kind !== 'front-matter' && block.span.start === line)
    return {
      title: { zh: `本行不再检查此类问题（${rule}）`, en: `Turn ${rule} off for this line` },
      edit: { source, start: line, end: line, text: `<!-- bizenv-disable-next-line ${rule} -->${newLine}` },
    };
  const [number] = new TaskIndex(file.subject).numbersAt(source, start);
  if (number === undefined) return undefined;
  const { text } = source;
  const gap = text.endsWith('\n') ? newLine : newLine.repeat(2);
  return {
    title: { zh: `第 ${number} 项不再检查此类问题（${rule}）`, en: `Turn ${rule} off for task ${number}` },
    edit: {
      source,
      start: text.length,
      end: text.length,
      text: `${gap}<!-- bizenv-disable-task ${number} ${rule} -->${newLine}`,
    },
  };
}

/** A comment at the top, under the front matter. */
function wholeFile({ rule, source }: Finding, { file }: Judged): Choice {
  const newLine = lineBreakOf(source);
  const front = file.document.blocks.find(({ kind }) => kind === 'front-matter');
  const at = front === undefined ? 0 : source.lineStart(source.positionAt(front.span.end).line + 1);
  const title = { zh: `本文件不再检查此类问题（${rule}）`, en: `Turn ${rule} off for this file` };
  const text = `<!-- bizenv-disable-file ${rule} -->${newLine}${newLine}`;
  return { title, edit: { source, start: at, end: at, text } };
}

/** The configuration that holds for a text; where there is none, the one to be made in its workspace folder. */
export async function configOf(
  uri: string,
  { drafts, workspace }: Server,
): Promise<{ readonly uri: string; readonly text: string | undefined } | undefined> {
  const found = await drafts.findConfig(uri);
  if (found !== undefined) return { uri: found, text: (await drafts.readText(found)) ?? '{}\n' };
  if (!uri.includes('/') || uri.startsWith('untitled:')) return undefined;
  const folder = workspace().folders.find((candidate) => uriKey(uri).startsWith(`${uriKey(candidate)}/`));
  return { uri: (folder === undefined ? folderOf(uri) : `${folder}/`) + CONFIG_NAME, text: undefined };
}
