#!/usr/bin/env node
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../version.ts';
import { askClient } from './drafts/ask-client.ts';
import { NodeDrafts } from './drafts/node-drafts.ts';
import { startServer } from './server.ts';

const transports = ['--stdio', '--node-ipc'];
const args = process.argv.slice(2);

if (args.includes('--version')) {
  process.stdout.write(`${version()}\n`);
} else if (!args.some((arg) => transports.includes(arg) || arg.startsWith('--socket=') || arg.startsWith('--pipe='))) {
  process.stderr.write('bizenv-server: say how to talk: --stdio, --node-ipc, --socket=PORT or --pipe=NAME\n');
  process.exitCode = 2;
} else {
  // The library reads the transport from the arguments, and ends the process when the client is gone.
  const connection = createConnection(ProposedFeatures.all);
  const drafts = new NodeDrafts((line) => connection.console.warn(line), askClient(connection));
  startServer(connection, drafts, { version: version() });
}
