import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { Location } from 'vscode-languageserver';
import { normalForm } from '#shared/text/normal-form.ts';
import { SourceText } from '#shared/text/source-text.ts';
import type { Identification } from '#shared/units/unit.ts';
import { toRange } from '../../convert.ts';
import type { Server } from '../../feature.ts';
import type { Judged } from '../../session.ts';
import { resolveUri } from '../../uri.ts';
import { unitFiles } from '../actions/unit-files.ts';

/** The list of a directory file that an entry stands in, and the entry's name. */
interface Entry {
  readonly list: 'units' | 'bodies' | 'groups';
  readonly name: string;
}

/** Where the directories describe a unit, a body of every place or a group: the workspace's own, and those of the tool. */
export async function directoryEntries(name: string, { file }: Judged, { drafts }: Server): Promise<Location[] | null> {
  const { directory, year } = file.subject;
  const entry = entryOf(directory.identify(name, year));
  if (entry === undefined) return null;
  const locations: Location[] = [];
  for (const uri of [...(await ownFiles(file.source.id, drafts)), ...(await drafts.builtInDirectories())]) {
    const text = await drafts.readText(uri);
    if (text !== undefined) locations.push(...entriesIn(text, uri, entry));
  }
  return locations;
}

function entryOf(identified: Identification): Entry | undefined {
  switch (identified.kind) {
    case 'unit':
      return { list: 'units', name: identified.unit.name };
    case 'common':
      return { list: 'bodies', name: identified.body };
    case 'group':
      return { list: 'groups', name: normalForm(identified.phrase) };
    case 'unknown':
      return undefined;
  }
}

async function ownFiles(uri: string, drafts: Server['drafts']): Promise<readonly string[]> {
  const config = await drafts.findConfig(uri);
  if (config === undefined) return [];
  return unitFiles(await drafts.readText(config))
    .flatMap((path) => resolveUri(path, config) ?? [])
    .filter((file) => drafts.mayName(file, uri));
}

function entriesIn(text: string, uri: string, { list, name }: Entry): readonly Location[] {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const entries = root === undefined ? undefined : findNodeAtLocation(root, [list]);
  const source = new SourceText(text, uri);
  return (entries?.children ?? []).flatMap((entry) => {
    // A group without aliases is a text alone.
    const node: Node | undefined = entry.type === 'string' ? entry : findNodeAtLocation(entry, ['name']);
    if (node === undefined || (list === 'groups' ? normalForm(String(node.value)) : node.value) !== name) return [];
    return [{ uri, range: toRange(source, node.offset, node.offset + node.length) }];
  });
}
