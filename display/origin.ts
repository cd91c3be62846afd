const ORIGIN = new Set(['ip', 'ipaddress', 'clientip', 'remoteip', 'useragent', 'useragentdata']);

/**
 * True for properties of an event that say from where and with what somebody came, however they are written:
 * `userAgent`, `IP-address`. They are never sent to a browser or a flow.
 */
export function saysOrigin(key: string): boolean {
  return ORIGIN.has(key.toLowerCase().replace(/[^a-z]/g, ''));
}
