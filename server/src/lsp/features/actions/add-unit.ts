import { parse } from 'jsonc-parser';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { Finding } from '#shared/findings/finding.ts';
import { toDiagnostic } from '../../convert.ts';
import type { Server } from '../../feature.ts';
import { editJson, type JsonChange } from '../../json-edit.ts';
import type { Judged } from '../../session.ts';
import { folderOf, resolveUri } from '../../uri.ts';
import { configOf } from './disable-rule.ts';
import { unitFiles } from './unit-files.ts';

/** The name of the directory that is made where the configuration names none. */
const UNITS_NAME = 'bizenv.units.json';

/** Adds a name that no directory knows to the workspace's own directory; makes that, and the configuration, if need be. */
export async function directoryActions(finding: Finding, judged: Judged, server: Server): Promise<CodeAction[]> {
  const { name } = finding.data;
  if (finding.rule !== 'unknown-unit' || typeof name !== 'string') return [];
  const config = await configOf(finding.source.id, server);
  if (config === undefined) return [];
  const { locale } = server.session;
  const changes = await changesFor(name, config, judged, server);
  if (changes === undefined) return [];
  return [
    {
      title: locale === 'zh' ? `把“${name}”加入本地单位目录` : `Add “${name}” to the workspace’s unit directory`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(finding, locale)],
      edit: editJson(changes),
    },
  ];
}

async function changesFor(
  name: string,
  config: { readonly uri: string; readonly text: string | undefined },
  { file }: Judged,
  { drafts }: Server,
): Promise<readonly JsonChange[] | undefined> {
  const entry = { name, kind: '待核实' };
  const [named] = unitFiles(config.text);
  if (named !== undefined) {
    const uri = resolveUri(named, config.uri);
    const isNamed = uri !== undefined && drafts.mayName(uri, file.source.id);
    const text = !isNamed ? undefined : await drafts.readText(uri);
    if (uri === undefined || text === undefined) return undefined;
    return [{ uri, text, ...addTo(text, entry) }];
  }
  const uri = folderOf(config.uri) + UNITS_NAME;
  const text = await drafts.readText(uri);
  const { place } = file.subject;
  const directory: JsonChange =
    text === undefined
      ? { uri, text, path: [], value: { ...(place === undefined ? {} : { places: [place] }), units: [entry] } }
      : { uri, text, ...addTo(text, entry) };
  return [directory, { ...config, path: ['units'], value: [UNITS_NAME] }];
}

/** A list that is there gets one more; where there is none it begins with the entry. */
function addTo(text: string, entry: object): Pick<JsonChange, 'path' | 'value'> {
  const value: unknown = parse(text);
  const has = typeof value === 'object' && value !== null && 'units' in value && Array.isArray(value.units);
  return has ? { path: ['units', -1], value: entry } : { path: ['units'], value: [entry] };
}
