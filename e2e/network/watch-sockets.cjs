// Loaded into every process of Node that a journey starts (NODE_OPTIONS): notes whom it connects to, other than this machine.
const dgram = require('node:dgram');
const dns = require('node:dns');
const { appendFileSync } = require('node:fs');
const net = require('node:net');

const file = process.env.MODELFOLIO_E2E_SOCKETS;
const note = (what, whom) => {
  if (file)
    appendFileSync(file, `${JSON.stringify({ what, whom, pid: process.pid, program: process.argv[1] ?? '' })}\n`);
};
const isHere = (host) => host === undefined || /^(localhost|127\.|::1$|::ffff:127\.|0\.0\.0\.0$|\/)/.test(String(host));

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function watched(...given) {
  const [first] = Array.isArray(given[0]) ? given[0] : given;
  const options = typeof first === 'object' && first !== null ? first : { port: first, host: given[1] };
  if (!options.path && typeof options.host === 'string' && !isHere(options.host))
    note('connect', `${options.host}:${options.port}`);
  return connect.apply(this, given);
};
const { send } = dgram.Socket.prototype;
dgram.Socket.prototype.send = function watched(...given) {
  const address = given.find((one, at) => at > 0 && typeof one === 'string');
  if (address !== undefined && !isHere(address)) note('send', address);
  return send.apply(this, given);
};
for (const [holder, name] of [
  [dns, 'lookup'],
  [dns.promises, 'lookup'],
  [dns, 'resolve'],
  [dns.promises, 'resolve'],
]) {
  const asked = holder[name];
  holder[name] = (host, ...rest) => {
    if (!isHere(host)) note(name, host);
    return asked.call(holder, host, ...rest);
  };
}
note('watching', process.type ?? 'node');
