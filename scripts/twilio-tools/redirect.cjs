// Loaded into one of Twilio’s own tools with NODE_OPTIONS=--require. Their hosts are fixed, so what they send to twilio.com
// goes to a double on this machine instead, as https://host/path → <TWILIO_TOOLS_ORIGIN>/_out/host/path. So does what they
// ask a registry of packages about themselves, whichever that is. Requests to any other host fail: the check must not depend on the network, nor tell
// anybody of itself.
const http = require('node:http');
const https = require('node:https');
const process = require('node:process');
const { URL } = require('node:url');

const origin = new URL(process.env.TWILIO_TOOLS_ORIGIN);
if (origin.hostname !== '127.0.0.1') throw new Error('TWILIO_TOOLS_ORIGIN must be http://127.0.0.1:<port>.');

const DOUBLED = /^(?:(?:[a-z0-9-]+\.)*twilio\.com|registry\.[a-z0-9.-]+)$/;

/** Arguments of `https.request`: an address, options, or both. */
function read(first, second) {
  if (typeof first === 'string' || first instanceof URL) {
    const url = new URL(first);
    const options = typeof second === 'object' && second !== null ? second : {};
    const auth =
      url.username === '' ? {} : { auth: `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}` };
    return { host: url.hostname, path: `${url.pathname}${url.search}`, options: { ...auth, ...options } };
  }
  return { host: first.hostname ?? first.host, path: first.path ?? '/', options: first };
}

https.request = function request(first, second, third) {
  const { host, path, options } = read(first, second);
  const callback = [second, third].find((argument) => typeof argument === 'function');
  if (!DOUBLED.test(host)) throw new Error(`A request to ${host} was not allowed.`);
  const rest = { ...options };
  // They say where to connect, and how; that is ours to say.
  for (const name of ['agent', 'host', 'hostname', 'protocol', 'servername']) delete rest[name];
  const headers = { ...rest.headers };
  for (const name of Object.keys(headers)) if (name.toLowerCase() === 'host') delete headers[name];
  return http.request(
    { ...rest, headers, hostname: origin.hostname, port: origin.port, path: `/_out/${host}${path}` },
    callback,
  );
};
https.get = function get(...args) {
  const request = https.request(...args);
  request.end();
  return request;
};
