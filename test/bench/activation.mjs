// How long the extension takes to be activated, in a process of its own: `node activation.mjs [FOLDER WITH THE BUNDLES]`. Loads the client's
// bundle as an extension host does, with a stand-in for the editor in which the real pair is open, and activates it. Prints,
// as JSON, milliseconds from the beginning: until the bundle is loaded, until the client has returned to the editor (which
// is what an officer could notice), until the server is ready, and until the findings are shown; and how many there are.
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const bundles = resolve(process.argv[2] ?? join(project, 'dist/extension'));

class Emitter {
  #listeners = new Set();
  event = (listener) => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };
  fire(value) {
    for (const listener of [...this.#listeners]) listener(value);
  }
  dispose() {}
}

class Uri {
  constructor(url) {
    this.url = url;
    this.scheme = url.protocol.slice(0, -1);
    this.authority = url.host;
    this.path = decodeURIComponent(url.pathname);
    this.query = '';
    this.fragment = '';
    this.fsPath = this.path;
  }
  static file = (path) => new Uri(pathToFileURL(path));
  static parse = (text) => new Uri(new URL(text));
  static from = ({ scheme, path }) => new Uri(new URL(`${scheme}:${path}`));
  static joinPath = (base, ...parts) => Uri.file(join(base.path, ...parts));
  toString() {
    return this.url.href;
  }
  with() {
    return this;
  }
}

/** Anything else that the editor has: may be called, constructed, extended, awaited and disposed of. */
function anything(name) {
  const members = new Map();
  return new Proxy(function stand() {}, {
    set: (_target, key, value) => members.set(key, value) !== undefined,
    get(target, key) {
      if (members.has(key)) return members.get(key);
      if (key in target || typeof key === 'symbol') return target[key];
      if (key === 'then' || key === 'toJSON') return undefined;
      if (/^on[A-Z]/.test(key)) return () => ({ dispose() {} });
      if (/^(?:textDocuments|workspaceFolders|visibleTextEditors|notebookDocuments|tabGroups|all|tabs)$/.test(key))
        return [];
      const member = anything(`${name}.${key}`);
      members.set(key, member);
      return member;
    },
    apply: () => anything(`${name}()`),
    construct: () => anything(`new ${name}`),
  });
}

const known = {
  version: '1.100.0',
  Uri,
  EventEmitter: Emitter,
  Disposable: class {
    dispose() {}
    static from = () => ({ dispose() {} });
  },
  CancellationTokenSource: class {
    token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
    cancel() {}
    dispose() {}
  },
};
const path = join(project, 'seeds/shenzhen-2023.md');
const text = readFileSync(path, 'utf8');
const open = { uri: Uri.file(path), languageId: 'markdown', version: 1, lineCount: 1, getText: () => text };
const disposable = () => ({ dispose() {} });
const shown = new Promise((resolve) => {
  known.languages = anything('languages');
  known.languages.match = () => 10;
  known.languages.createDiagnosticCollection = (name) => ({
    ...{ name, delete() {}, clear() {}, dispose() {}, has: () => false },
    set: (_uri, diagnostics) => resolve(diagnostics.length),
  });
});
known.Position = class {};
known.Range = class {};
known.Diagnostic = class {};
known.Location = class {};
known.DiagnosticRelatedInformation = class {};
known.TabInputText = class {
  uri = open.uri;
};
known.TabInputTextDiff = class {};
known.TabInputCustom = class {};
known.TabInputNotebook = class {};
known.workspace = anything('workspace');
known.workspace.textDocuments = [open];
known.workspace.notebookDocuments = [];
known.workspace.workspaceFolders = [];
known.window = anything('window');
known.window.activeTextEditor = undefined;
const tab = { input: new known.TabInputText() };
known.window.tabGroups = { all: [{ tabs: [tab], activeTab: tab }], onDidChangeTabs: disposable };
known.window.showErrorMessage = async () => undefined;
known.window.createOutputChannel = () => ({
  ...{
    logLevel: 0,
    info() {},
    warn() {},
    debug() {},
    trace() {},
    append() {},
    appendLine() {},
    show() {},
    dispose() {},
  },
  onDidChangeLogLevel: disposable,
  error: (...told) => console.error(...told),
});
const editor = new Proxy(known, {
  get(target, key) {
    target[key] ??= anything(String(key));
    return target[key];
  },
  has: () => true,
});
const load = Module._load;
Module._load = (request, ...rest) => (request === 'vscode' ? editor : load(request, ...rest));

// The extension looks for its bundles in dist/extension/.
const extension = resolve(bundles, '../..');
const started = performance.now();
const { activate } = createRequire(import.meta.url)(join(bundles, 'client.cjs'));
const loaded = performance.now();
const activating = activate({
  extensionUri: Uri.file(extension),
  subscriptions: [],
  workspaceState: { get: (_key, value) => value, update: async () => undefined, keys: () => [] },
  extension: { id: 'bizenv.bizenv-tasklist', packageJSON: { version: '0' } },
  asAbsolutePath: (path) => join(extension, path),
});
const returned = performance.now();
await activating;
const ready = performance.now();
const findings = await shown;
const times = { load: loaded, activate: returned, ready, shown: performance.now() };
const elapsed = Object.fromEntries(Object.entries(times).map(([step, time]) => [step, time - started]));
console.log(JSON.stringify({ ...elapsed, findings }));
process.exit(0);
