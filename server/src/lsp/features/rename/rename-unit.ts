import type {
  CancellationToken,
  Position,
  Range,
  RenameParams,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { UnitMention } from '#shared/model/policy-document.ts';
import type { Subject } from '#shared/rules/subject.ts';
import { bodiesOf } from '#shared/rules/support/unit-identity.ts';
import { nameInPlace } from '#shared/rules/support/unit-lists.ts';
import { normalForm } from '#shared/text/normal-form.ts';
import { spanRange } from '../../convert.ts';
import type { Server } from '../../feature.ts';
import { Refusal } from '../../guard.ts';
import { type PlacedUnit, targetAt, unitsOf, writtenName } from '../../lookup.ts';
import { editFor } from '../../older-clients.ts';
import type { Judged } from '../../session.ts';
import { uriKey } from '../../uri.ts';

/** Changes of other files than those of the pair are shown before they are made, where the client can do that. */
const ELSEWHERE = 'bizenv.elsewhere';

/** The unit at a position: its range and how it is written. @throws Refusal where none stands that could be renamed. */
export async function unitToRename(
  uri: string,
  position: Position,
  { session }: Server,
): Promise<{ range: Range; placeholder: string }> {
  const judged = await session.ours(uri);
  const unit = judged === undefined ? undefined : unitAt(judged, position);
  if (judged === undefined || unit === undefined)
    throw new Refusal(session.locale === 'zh' ? '这里没有可以改名的单位。' : 'There is no unit to rename here.');
  return { range: spanRange(judged.file.source, unit.mention.text.span), placeholder: writtenName(unit.mention) };
}

/**
 * The changes that give the unit at a position its new name.
 * @throws Refusal for a name that would break the list it stands in.
 */
export async function renameUnit(
  { textDocument, position, newName }: RenameParams,
  server: Server,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  const { session } = server;
  const judged = await session.ours(textDocument.uri);
  const unit = judged === undefined ? undefined : unitAt(judged, position);
  if (judged === undefined || unit === undefined) return null;
  const name = checked(newName, server);
  const bodies = new Set(bodiesOf(unit.mention, judged.file.subject));
  const edits = editsOf(named(judged.file.subject, bodies), name, server, undefined);
  const done = new Set(judged.file.subject.documents.map(({ source }) => uriKey(source.id)));
  const elsewhere: TextDocumentEdit[] = [];
  for (const uri of await server.drafts.findDrafts()) {
    if (token.isCancellationRequested) return null;
    if (done.has(uriKey(uri))) continue;
    const other = await session.judgeFile(uri);
    if (other === undefined || !other.file.holdsParts) continue;
    for (const { source } of other.file.subject.documents) done.add(uriKey(source.id));
    elsewhere.push(...editsOf(named(other.file.subject, bodies), name, server, ELSEWHERE));
  }
  if (elsewhere.length === 0 || !canAnnotate(server))
    return editFor(server.client(), { documentChanges: [...edits, ...elsewhere] }) ?? null;
  const label = session.locale === 'zh' ? '工作区的其他文件' : 'Other files of the workspace';
  return {
    documentChanges: [...edits, ...elsewhere],
    changeAnnotations: { [ELSEWHERE]: { label, needsConfirmation: true } },
  };
}

function unitAt(judged: Judged, position: Position): PlacedUnit | undefined {
  const target = targetAt(judged, judged.file.source.offsetAt(position));
  return target?.kind === 'unit' && isOne(target.unit.mention, judged.file.subject) ? target.unit : undefined;
}

/** Names that are run together are several units: nothing to be renamed as one. */
function isOne(mention: UnitMention, subject: Subject): boolean {
  return bodiesOf(mention, subject).length === 1;
}

function named(subject: Subject, bodies: ReadonlySet<string>): readonly PlacedUnit[] {
  return unitsOf(subject).filter(
    ({ mention }) => isOne(mention, subject) && bodiesOf(mention, subject).some((body) => bodies.has(body)),
  );
}

/** A name that would break the list it stands in is none. */
function checked(newName: string, { session }: Server): string {
  const name = newName.trim();
  if (name !== '' && name.length <= 60 && !/[\p{Cc}|、，,；;：:。<>]/u.test(name) && normalForm(name) !== '')
    return name;
  throw new Refusal(
    session.locale === 'zh'
      ? '单位名称不能为空，也不能含有顿号、逗号等分隔符。'
      : 'A unit’s name must not be empty or hold separators.',
  );
}

function editsOf(
  units: readonly PlacedUnit[],
  name: string,
  server: Server,
  annotation: string | undefined,
): TextDocumentEdit[] {
  const byText = new Map<string, TextDocumentEdit>();
  const annotated = annotation !== undefined && canAnnotate(server) ? { annotationId: annotation } : {};
  for (const { mention, listed } of units) {
    const { source } = listed;
    const newText = nameInPlace(name, mention);
    if (source.slice(mention.text.span) === newText) continue;
    let changes = byText.get(source.id);
    if (changes === undefined) {
      changes = { textDocument: { uri: source.id, version: server.session.versionOf(source.id) }, edits: [] };
      byText.set(source.id, changes);
    }
    changes.edits.push({ range: spanRange(source, mention.text.span), newText, ...annotated });
  }
  return [...byText.values()];
}

function canAnnotate({ client }: Server): boolean {
  return client().workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
}
