import { type CancellationToken, Uri, workspace } from 'vscode';
import type { FindDraftsResult, ReadFileParams, ReadFileResult } from '#shared/protocol.ts';
import type { BuiltInDirectories } from './built-in-directories.ts';
import { decodeText } from './decode-text.ts';

/** Larger files are no configuration, directory or draft. */
const MOST_BYTES = 16 * 1024 * 1024;

/** What the user picked in a dialog may stand anywhere. */
const picked = new Set<string>();

/** Lets the server read a file that the user named. */
export function allowReading(uri: Uri): void {
  picked.add(uri.toString());
}

/** A file of the workspace, or one beside an open text; what stands elsewhere is not the server's to read. */
export async function readFile({ uri }: ReadFileParams, directories: BuiltInDirectories): Promise<ReadFileResult> {
  const target = Uri.parse(uri);
  if (directories.holds(target)) return { text: await directories.provideTextDocumentContent(target) };
  if (!isNear(target) && !picked.has(target.toString())) return { text: null };
  try {
    const { size } = await workspace.fs.stat(target);
    if (size > MOST_BYTES) return { text: null };
    return { text: decodeText(await workspace.fs.readFile(target)) };
  } catch {
    // Not there, or not readable: to the server that is the same.
    return { text: null };
  }
}

export async function findDrafts(_params: unknown, token: CancellationToken): Promise<FindDraftsResult> {
  const found = await workspace.findFiles('**/*.{md,markdown}', undefined, undefined, token);
  return { uris: found.map((uri) => uri.toString()) };
}

function isNear(target: Uri): boolean {
  if (target.path.split('/').includes('..')) return false;
  if (workspace.getWorkspaceFolder(target) !== undefined) return true;
  return workspace.textDocuments.some(({ uri }) => {
    const folder = uri.path.slice(0, uri.path.lastIndexOf('/') + 1);
    return uri.scheme === target.scheme && uri.authority === target.authority && target.path.startsWith(folder);
  });
}
