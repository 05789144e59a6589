import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
  type Range,
} from 'vscode-languageserver';
import { rules } from '#shared/rules/all.ts';
import type { Subject } from '#shared/rules/subject.ts';
import type { Locale } from '#shared/text/localized.ts';
import type { SourceText } from '#shared/text/source-text.ts';
import type { Server } from '../../feature.ts';
import { citationsOf } from '../../lookup.ts';
import { fitOf } from './pinyin.ts';
import { nextPoint, nextRow, type TaskSnippet } from './task-snippets.ts';
import { type TypingPlace, typingPlace } from './typing-place.ts';
import { unitItems } from './unit-items.ts';

/** More items than this help nobody; the list is asked for again with each character. */
const MOST_ITEMS = 60;

const directiveKinds = [
  'bizenv-disable-next-line',
  'bizenv-disable-task',
  'bizenv-disable-file',
  'bizenv-disable',
  'bizenv-enable',
];

/** An item before it becomes one of the protocol. */
interface Choice {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  readonly isRetired?: boolean;
  readonly snippet?: string;
}

/** What may stand at the place that the client names. */
export async function complete({ session, client }: Server, params: CompletionParams): Promise<CompletionList | null> {
  const { uri } = params.textDocument;
  const { position } = params;
  const document = session.documents.get(uri);
  const judged = await session.lately(uri);
  if (document === undefined || judged === undefined || !judged.file.holdsParts) return null;
  const { subject, source } = judged.file;
  const lines = document
    .getText({ start: { line: Math.max(0, position.line - 400), character: 0 }, end: position })
    .split('\n');
  const [rest = ''] = document
    .getText({ start: position, end: { line: position.line + 1, character: 0 } })
    .split(/[\r\n]/, 1);
  const place = typingPlace(lines, rest, subject.taskLists);
  if (place === undefined) return null;
  const canSnippet = client().textDocument?.completion?.completionItem?.snippetSupport === true;
  const choices = choicesFor(place, subject, { source, line: position.line }, session.locale);
  const start = { line: position.line, character: position.character - place.typed.length };
  return toList(choices, place.typed, { range: { start, end: position }, rest }, canSnippet);
}

function choicesFor(
  place: TypingPlace,
  subject: Subject,
  at: { readonly source: SourceText; readonly line: number },
  locale: Locale,
): readonly Choice[] {
  switch (place.kind) {
    case 'units':
      return unitItems(place.typed, place.listed, subject, locale).map(({ name, detail, isRetired }) => ({
        label: name,
        kind: CompletionItemKind.Reference,
        detail,
        isRetired,
      }));
    case 'domain':
      return fitting(place.typed, domainTitles(subject), CompletionItemKind.Folder);
    case 'citation':
      return fitting(
        place.typed.slice(1),
        citationsOf(subject).map(({ words }) => words),
        CompletionItemKind.File,
      );
    case 'rule':
      return rules
        .filter(({ id }) => id.startsWith(place.typed) && !place.named.includes(id))
        .map(({ id, docs }) => ({ label: id, kind: CompletionItemKind.EnumMember, detail: docs.summary[locale] }));
    case 'directive':
      return directiveKinds
        .filter((kind) => kind.startsWith(place.typed))
        .map((label) => ({ label, kind: CompletionItemKind.Keyword }));
    case 'point':
      return fromSnippet(nextPoint(subject, at.source, at.line, locale));
    case 'row':
      return fromSnippet(nextRow(subject, at.source, at.line, locale));
  }
}

function fromSnippet(snippet: TaskSnippet | undefined): readonly Choice[] {
  return snippet === undefined ? [] : [{ ...snippet, kind: CompletionItemKind.Snippet }];
}

function domainTitles(subject: Subject): readonly string[] {
  const headings = subject.workPoints.flatMap(({ domains }) => domains.map(({ heading }) => heading.title.text));
  const cells = subject.rows.flatMap(({ domain }) => (domain === undefined ? [] : [domain.text]));
  return [...headings, ...cells].map((title) => title.replace(/\s+/g, ''));
}

function fitting(typed: string, names: readonly string[], kind: CompletionItemKind): readonly Choice[] {
  return [...new Set(names)]
    .flatMap((label) => {
      const fit = fitOf(typed, label);
      return fit === undefined ? [] : [{ label, kind, fit }];
    })
    .sort((a, b) => a.fit - b.fit);
}

/** What was typed, and the rest of the line behind it. */
interface Typed {
  readonly range: Range;
  readonly rest: string;
}

/** The order is ours, and so is the choice: what was typed in pinyin would not pass an editor's own filter. */
function toList(choices: readonly Choice[], typed: string, at: Typed, canSnippet: boolean): CompletionList {
  const items = choices
    .slice(0, MOST_ITEMS)
    .map(({ label, kind, detail, isRetired, snippet }, index): CompletionItem => {
      const newText = snippet === undefined ? label : canSnippet ? snippet : plain(snippet);
      return {
        label,
        kind,
        ...(detail === undefined ? {} : { detail }),
        ...(isRetired ? { tags: [CompletionItemTag.Deprecated] } : {}),
        sortText: String(index).padStart(3, '0'),
        filterText: typed === '' ? label : typed,
        insertTextFormat: snippet !== undefined && canSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
        textEdit: { range: snippet === undefined ? withEndOf(label, at) : at.range, newText },
      };
    });
  return { isIncomplete: true, items };
}

/** In the middle of a name (`市|场监管局`) the end of it that stands there already is replaced too. */
function withEndOf(label: string, { range, rest }: Typed): Range {
  const { start, end } = range;
  for (let length = Math.min(label.length, rest.length); length > 0; length--)
    if (label.endsWith(rest.slice(0, length)))
      return { start, end: { line: end.line, character: end.character + length } };
  return range;
}

/** A snippet for clients that know none. */
function plain(snippet: string): string {
  return snippet.replace(/\\(.)|\$\{\d+:|\$\d+|\}/g, (_, literal: string | undefined) => literal ?? '');
}
