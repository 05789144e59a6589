// Of the library that speaks to the server, what this extension can use. It brings a client for every feature that the
// protocol has, and registers them all; those that our server does not offer are replaced by one that does nothing.
import { basename } from 'node:path';
import { exportedNames } from './exported-names.mjs';

/** Name of the module in vscode-languageclient/lib/common/ → what a server says that offers it. A test proves ours does not. */
export const absentFeatures = {
  callHierarchy: ['callHierarchyProvider'],
  colorProvider: ['colorProvider'],
  declaration: ['declarationProvider'],
  documentLink: ['documentLinkProvider'],
  fileOperations: ['workspace.fileOperations'],
  implementation: ['implementationProvider'],
  inlineCompletion: ['inlineCompletionProvider'],
  inlineValue: ['inlineValueProvider'],
  linkedEditingRange: ['linkedEditingRangeProvider'],
  notebook: ['notebookDocumentSync'],
  signatureHelp: ['signatureHelpProvider'],
  textDocumentContent: ['workspace.textDocumentContent'],
  typeDefinition: ['typeDefinitionProvider'],
  typeHierarchy: ['typeHierarchyProvider'],
};

const names = Object.keys(absentFeatures).join('|');
const absent = new RegExp(`[\\\\/]vscode-languageclient[\\\\/]lib[\\\\/]common[\\\\/](?:${names})\\.js$`);

/** The library tells each feature of every step, and asks the notebooks' what is theirs and what they send. */
const ABSENT = `
const never = () => ({ dispose() {} });
class Absent {
  static CellScheme = 'vscode-notebook-cell';
  onOpenNotificationSent = never;
  onChangeNotificationSent = never;
  onSaveNotificationSent = never;
  onCloseNotificationSent = never;
  fillClientCapabilities() {}
  initialize() {}
  getState() { return { kind: 'static' }; }
  register() {}
  unregister() {}
  clear() {}
}
class AbsentNotebooks extends Absent {
  registrationType = { method: 'notebookDocument/sync' };
  handles() { return false; }
}`;

export function withoutAbsentFeatures() {
  return {
    name: 'without-absent-features',
    setup({ onLoad }) {
      onLoad({ filter: absent }, async ({ path }) => {
        const kind = basename(path) === 'notebook.js' ? 'AbsentNotebooks' : 'Absent';
        const lines = (await exportedNames(path)).map((name) => `exports.${name} = ${kind};`);
        return { contents: [ABSENT, ...lines].join('\n'), loader: 'js' };
      });
      // What it compares the selector's file patterns with; ours goes by the language.
      onLoad({ filter: /[\\/]vscode-languageclient[\\/]lib[\\/]common[\\/]utils[\\/]globPattern\.js$/ }, () => ({
        contents: `exports.matchGlobPattern = () => { throw new Error('no file patterns in selectors'); };`,
        loader: 'js',
      }));
      // Whether the editor is new enough is in the extension's manifest: an older one does not load it.
      onLoad({ filter: /[\\/]semver[\\/]functions[\\/](?:parse|satisfies)\.js$/ }, () => ({
        contents: 'module.exports = () => true;',
        loader: 'js',
      }));
    },
  };
}
