// Preloaded into a process that must not use the network: every way out ends the process with a code of its own.
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

const WENT_ONLINE = 97;

function refuse(how) {
  return () => {
    process.stderr.write(`the network was used: ${how}\n`);
    process.exit(WENT_ONLINE);
  };
}

net.Socket.prototype.connect = refuse('socket');
dgram.createSocket = refuse('datagram');
dns.lookup = refuse('name look-up');
dns.promises.lookup = refuse('name look-up');
globalThis.fetch = refuse('fetch');
