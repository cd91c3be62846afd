/** Answers a request in the weather of its endpoint. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Weather } from './weather';
import { sendJson } from './wire';

/**
 * Answers as the weather says. `answer` sends the proper answer; it is called at most once, and not at all in weather
 * that never lets a request through.
 */
export async function underWeather(
  weather: Weather,
  request: IncomingMessage,
  response: ServerResponse,
  answer: (response: ServerResponse) => void,
): Promise<void> {
  switch (weather.kind) {
    case 'fine':
      answer(response);
      return;
    case 'slow':
      if (await stillThere(response, weather.ms)) answer(response);
      return;
    case 'limited': {
      const error = { code: 'rate_limit_error', message: 'Too many requests hit the API too quickly.' };
      const seconds = String(weather.retryAfter);
      sendJson(response, 429, { error }, { 'Retry-After': seconds, 'X-RateLimit-Reset': seconds });
      return;
    }
    case 'down':
      sendDown(response, weather.status);
      return;
    case 'cut':
      sendCut(request, response, weather.at);
      return;
    case 'broken':
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end('{"traits": {"first_name": "An');
      return;
    case 'huge':
      await sendHuge(response, weather.megabytes);
      return;
    case 'redirect':
      response.writeHead(302, { Location: weather.to, 'Content-Length': '0' });
      response.end();
  }
}

/** Waits. False when the client has gone in the meantime; the timer goes with it. */
function stillThere(response: ServerResponse, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const gone = () => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      response.off('close', gone);
      resolve(true);
    }, ms);
    response.once('close', gone);
  });
}

function sendDown(response: ServerResponse, status: number): void {
  if (status === 500) {
    sendJson(response, 500, { error: { code: 'internal_error', message: 'Something went wrong on our side.' } });
    return;
  }
  response.writeHead(status, { 'Content-Type': 'text/html' });
  response.end(`<html><head><title>${String(status)}</title></head><body><h1>Service unavailable</h1></body></html>`);
}

function sendCut(request: IncomingMessage, response: ServerResponse, at: 'start' | 'middle'): void {
  if (at === 'start') {
    request.socket.destroy();
    return;
  }
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '10000' });
  response.write('{"traits": {"first_name": "Ana", ', () => request.socket.destroy());
}

async function sendHuge(response: ServerResponse, megabytes: number): Promise<void> {
  const entry = (at: number) => `"padding_${String(at)}":"${'x'.repeat(65_500)}"`;
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.write('{"traits":{');
  for (let at = 0; at < megabytes * 16; at += 1) {
    if (response.destroyed) return;
    if (!response.write((at === 0 ? '' : ',') + entry(at))) await drained(response);
  }
  response.end('},"data":[],"cursor":{"url":"","has_more":false,"next":""}}');
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.once('drain', done);
    response.once('close', done);
  });
}
