import type { Connection } from 'vscode-languageserver';
import type { UserSettings } from '#shared/protocol.ts';

/** The user's settings of each text, asked for once and kept until they change. */
export class SettingsStore {
  readonly #connection: Connection;
  #canAsk = false;
  readonly #known = new Map<string, Promise<UserSettings>>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** A client that cannot be asked has the defaults. */
  setUp(canAsk: boolean): void {
    this.#canAsk = canAsk;
  }

  async of(uri: string): Promise<UserSettings> {
    if (!this.#canAsk) return {};
    const known = this.#known.get(uri) ?? this.#ask(uri);
    this.#known.set(uri, known);
    return await known;
  }

  forget(): void {
    this.#known.clear();
  }

  async #ask(uri: string): Promise<UserSettings> {
    try {
      const settings: unknown = await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: 'bizenv' });
      return typeof settings === 'object' && settings !== null ? settings : {};
    } catch (error) {
      this.#connection.console.warn(`settings: ${String(error)}`);
      return {};
    }
  }
}
