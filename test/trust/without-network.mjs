// Loaded before a program: whoever opens a connection, asks for a name or listens ends the process.
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const refuse = () => {
  process.stderr.write('the program looked for a network\n');
  process.exit(99);
};
net.connect =
  net.createConnection =
  net.createServer =
  net.Socket.prototype.connect =
  net.Server.prototype.listen =
    refuse;
dgram.createSocket = dns.lookup = dns.resolve = dns.promises.lookup = refuse;
globalThis.fetch = refuse;
globalThis.WebSocket = refuse;
syncBuiltinESMExports();
