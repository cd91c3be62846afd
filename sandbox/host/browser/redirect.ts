import { OUTSIDE } from '../outside-path';

/**
 * Runs before Flex: sends its requests to Twilio's hosts to the doubles on this page's own origin instead. Nothing of
 * Flex is patched; it calls the same browser functions as ever.
 */
const TWILIO = /(?:^|\.)(?:twilio\.com|twiliocdn\.com|twil\.io)$/;

function redirect(address: string | URL): string {
  const url = new URL(address, location.href);
  if (!TWILIO.test(url.hostname)) return String(address);
  const socket = url.protocol === 'wss:' || url.protocol === 'ws:';
  const origin = socket ? location.origin.replace(/^http/, 'ws') : location.origin;
  return `${origin}${OUTSIDE}${url.host}${url.pathname}${url.search}`;
}

const originalFetch = window.fetch.bind(window);
window.fetch = (input, init) => {
  if (input instanceof Request) {
    const target = redirect(input.url);
    return originalFetch(target === input.url ? input : new Request(target, input), init);
  }
  return originalFetch(redirect(input), init);
};

// eslint-disable-next-line @typescript-eslint/unbound-method -- called with the request as `this`, below
const originalOpen = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function open(
  this: XMLHttpRequest,
  method: string,
  url: string | URL,
  ...rest: unknown[]
) {
  Reflect.apply(originalOpen, this, [method, redirect(url), ...(rest.length > 0 ? rest : [true])]);
};

window.WebSocket = new Proxy(window.WebSocket, {
  construct: (target, [url, protocols]: [string | URL, (string | string[])?]) =>
    protocols === undefined ? new target(redirect(url)) : new target(redirect(url), protocols),
});

/** Elements fetch on their own: Paste's fonts, Flex's sounds, scripts of deployed assets. Their addresses are rewritten as they are set. */
function redirectProperty(prototype: object, name: 'href' | 'src'): void {
  const property = Object.getOwnPropertyDescriptor(prototype, name);
  if (!property?.set) return;
  Object.defineProperty(prototype, name, {
    ...property,
    set(this: unknown, address: string) {
      property.set?.call(this, redirect(address));
    },
  });
}
redirectProperty(HTMLLinkElement.prototype, 'href');
redirectProperty(HTMLMediaElement.prototype, 'src');
redirectProperty(HTMLScriptElement.prototype, 'src');

// eslint-disable-next-line @typescript-eslint/unbound-method -- called with the element as `this`, below
const originalSetAttribute = Element.prototype.setAttribute;
Element.prototype.setAttribute = function setAttribute(this: Element, name: string, value: string) {
  const fetches =
    this instanceof HTMLLinkElement || this instanceof HTMLMediaElement || this instanceof HTMLScriptElement;
  const address = fetches && (name === 'href' || name === 'src');
  Reflect.apply(originalSetAttribute, this, [name, address ? redirect(value) : value]);
};

window.Audio = new Proxy(window.Audio, {
  construct: (target, [src]: [string?]) => (src === undefined ? new target() : new target(redirect(src))),
});
