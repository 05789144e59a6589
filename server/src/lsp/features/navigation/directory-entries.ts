import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { Location } from 'vscode-languageserver';
import { SourceText } from '#shared/text/source-text.ts';
import { toRange } from '../../convert.ts';
import type { Server } from '../../feature.ts';
import type { Judged } from '../../session.ts';
import { resolveUri } from '../../uri.ts';
import { unitFiles } from '../actions/unit-files.ts';

/** Where the directories describe a unit: the workspace's own, and those that come with the tool. */
export async function directoryEntries(name: string, { file }: Judged, { drafts }: Server): Promise<Location[] | null> {
  const { directory, year } = file.subject;
  const identified = directory.identify(name, year);
  if (identified.kind !== 'unit') return null;
  const locations: Location[] = [];
  for (const uri of [...(await ownFiles(file.source.id, drafts)), ...(await drafts.builtInDirectories())]) {
    const text = await drafts.readText(uri);
    if (text !== undefined) locations.push(...entriesIn(text, uri, identified.unit.name));
  }
  return locations;
}

async function ownFiles(uri: string, drafts: Server['drafts']): Promise<readonly string[]> {
  const config = await drafts.findConfig(uri);
  if (config === undefined) return [];
  return unitFiles(await drafts.readText(config))
    .flatMap((path) => resolveUri(path, config) ?? [])
    .filter((file) => drafts.mayName(file, uri));
}

function entriesIn(text: string, uri: string, name: string): readonly Location[] {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const units = root === undefined ? undefined : findNodeAtLocation(root, ['units']);
  const source = new SourceText(text, uri);
  return (units?.children ?? []).flatMap((unit) => {
    const node: Node | undefined = findNodeAtLocation(unit, ['name']);
    if (node?.value !== name) return [];
    return [{ uri, range: toRange(source, node.offset, node.offset + node.length) }];
  });
}
