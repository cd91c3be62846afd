import type { PageConfig } from '../page-config';

interface FlexGlobal {
  runDefault: (config: unknown, container: string) => Promise<unknown>;
}

const DAY = 24 * 60 * 60 * 1000;

const config = JSON.parse(document.getElementById('sandbox-config')?.textContent ?? '{}') as PageConfig;

// Flex keeps its configuration for a day; a sandbox that was restarted must not be shown yesterday's.
for (const key of Object.keys(localStorage)) {
  if (key.startsWith('FLEX_SDK_CACHE_')) localStorage.removeItem(key);
}

// What Flex finds after a login by single sign-on.
localStorage.setItem(
  'TWILIO_FLEX_SSO',
  JSON.stringify({
    token: config.token,
    identity: config.identity,
    roles: config.roles,
    expiration: new Date(Date.now() + DAY).toISOString(),
    accountSid: config.accountSid,
  }),
);

const { Flex } = (window as unknown as { Twilio: { Flex: FlexGlobal } }).Twilio;
Flex.runDefault(
  {
    sso: { accountSid: config.accountSid },
    pluginService: { enabled: true, url: config.pluginList },
    disableBrowserVoice: true,
    disableTelemetry: true,
    logLevel: 'error',
    config: { theme: { isLight: config.theme === 'light' } },
    theme: { isLight: config.theme === 'light' },
  },
  '#container',
).catch((error: unknown) => {
  const notice = document.createElement('p');
  notice.setAttribute('role', 'alert');
  notice.textContent = `Flex did not start: ${error instanceof Error ? error.message : String(error)}`;
  document.body.prepend(notice);
});

/** Role, theme and placement are fixed while Flex runs: start again when the side page changes one of them. */
function followSession(): void {
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/sandbox/live`);
  socket.addEventListener('message', (event) => {
    const { type } = JSON.parse(String(event.data)) as { type: string };
    if (type === 'session' || type === 'reset') location.reload();
  });
}
followSession();
