import type { ClientCapabilities, Connection, InitializeParams, ServerCapabilities } from 'vscode-languageserver';
import type { ClosedDrafts } from './closed-drafts.ts';
import type { DraftProvider, Workspace } from './drafts/draft-provider.ts';
import type { Guard } from './guard.ts';
import type { Session } from './session.ts';
import type { SettingsStore } from './settings.ts';

/** What a feature works with. */
export interface Server {
  readonly connection: Connection;
  readonly session: Session;
  readonly closed: ClosedDrafts;
  readonly settings: SettingsStore;
  readonly drafts: DraftProvider;
  readonly guard: Guard;
  /** What the client can do; known once it has said so, before any request. */
  readonly client: () => ClientCapabilities;
  /** True for a client that is told of each judgement, see `DID_JUDGE`. */
  readonly hearsJudgements: () => boolean;
  readonly workspace: () => Workspace;
  setWorkspace(workspace: Workspace): void;
}

/** One feature, one file: what it offers stands beside how. */
export interface Feature {
  readonly capabilities?: (params: InitializeParams) => Partial<ServerCapabilities>;
  /** Registers its handlers. Called once, before the client is heard. */
  readonly start: (server: Server) => void;
}
