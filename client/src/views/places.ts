import { type Position, Range, Selection, TextEditorRevealType, Uri, ViewColumn, window, workspace } from 'vscode';
import type { ProtocolPlace } from '#shared/protocol.ts';

function toRange({ range: { start, end } }: ProtocolPlace): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

export function holds(place: ProtocolPlace, uri: Uri, position: Position): boolean {
  return Uri.parse(place.uri).toString() === uri.toString() && toRange(place).contains(position);
}

/** Puts the cursor at the start of a place, in the editor that shows the text already if there is one. */
export async function goTo(place: ProtocolPlace, preserveFocus = false): Promise<void> {
  const uri = Uri.parse(place.uri);
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const document = await workspace.openTextDocument(uri);
  const editor = await window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? ViewColumn.One,
    preserveFocus,
  });
  const range = toRange(place);
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
