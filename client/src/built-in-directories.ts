import { type TextDocumentContentProvider, Uri, workspace } from 'vscode';

/** Directories that come with the extension are shown under this scheme: they can be read and not be changed. */
const SCHEME = 'bizenv-units';

const names = ['shenzhen.json', 'common.json'];

export class BuiltInDirectories implements TextDocumentContentProvider {
  readonly scheme = SCHEME;
  readonly uris: readonly string[] = names.map((path) => Uri.from({ scheme: SCHEME, path: `/${path}` }).toString());
  readonly #folder: Uri;

  constructor(extensionUri: Uri) {
    this.#folder = Uri.joinPath(extensionUri, 'seeds/units');
  }

  holds(uri: Uri): boolean {
    return uri.scheme === SCHEME && names.includes(uri.path.slice(1));
  }

  async provideTextDocumentContent(uri: Uri): Promise<string | null> {
    if (!this.holds(uri)) return null;
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(this.#folder, uri.path)));
  }
}
