#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { createConnection, IPCMessageReader, IPCMessageWriter, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../version.ts';
import { askClient } from './drafts/ask-client.ts';
import { NodeDrafts } from './drafts/node-drafts.ts';
import { startServer } from './server.ts';
import { Gate } from './transport/gate.ts';
import { stdioGate } from './transport/stdio.ts';

// A server stays for days and rests most of the time: 46 MB less of 130 are worth a fifth of its speed.
setFlagsFromString('--optimize-for-size');

const args = process.argv.slice(2);

if (args.includes('--version')) process.stdout.write(`${version()}\n`);
else {
  const gate = openGate();
  if (gate !== undefined) {
    const { reader, writer, messageStrategy } = gate;
    const connection = createConnection(ProposedFeatures.all, reader, writer, { messageStrategy });
    const drafts = new NodeDrafts((line) => connection.console.warn(line), askClient(connection));
    startServer(connection, drafts, { version: version() });
  }
}

/** The way to the client that was asked for. The process ends with it. */
function openGate(): Gate | undefined {
  const gone = () => process.exit(gate?.hasShutDown ? 0 : 1);
  let gate: Gate | undefined;
  if (args.includes('--stdio')) {
    // Standard output belongs to the protocol.
    globalThis.console = new console.Console(process.stderr);
    gate = stdioGate(process.stdin, process.stdout);
    for (const event of ['end', 'close', 'error']) process.stdin.on(event, gone);
    for (const event of ['close', 'error']) process.stdout.on(event, gone);
  } else if (args.includes('--node-ipc') && process.send !== undefined) {
    gate = new Gate(new IPCMessageReader(process), new IPCMessageWriter(process));
    process.on('disconnect', gone);
  } else {
    process.stderr.write(
      'bizenv-server: say how to talk: --stdio, or --node-ipc for a parent that is a Node process\n',
    );
    process.exitCode = 2;
  }
  return gate;
}
