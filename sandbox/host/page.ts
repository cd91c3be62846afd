import { ACCOUNT_SID } from '../account';
import type { Session } from '../state/types';
import { TOKENS } from '../tokens';
import type { PageConfig } from './page-config';

/** The page that Flex runs in. */
export function hostPage(session: Session, flexScript: string): string {
  const { token, identity, roles } = TOKENS[session.role];
  const config: PageConfig = {
    accountSid: ACCOUNT_SID,
    token,
    identity,
    roles,
    theme: session.theme,
    placement: session.placement,
    pluginList: '/sandbox/plugins',
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Flex sandbox</title>
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/sandbox/host.css">
<script type="application/json" id="sandbox-config">${JSON.stringify(config).replaceAll('<', '\\u003c')}</script>
</head>
<body>
<div id="container"></div>
<script src="/sandbox/redirect.js"></script>
<script src="/sandbox/${flexScript}"></script>
<script src="/sandbox/boot.js"></script>
</body>
</html>
`;
}

/** Shown while Flex is being bundled; asks again by itself. */
export const WAITING_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Flex sandbox: preparing</title>
<meta http-equiv="refresh" content="1">
<link rel="icon" href="data:,">
</head>
<body>
<main><h1>Preparing Flex</h1><p>Flex is bundled once for this machine. This takes about ten seconds.</p></main>
</body>
</html>
`;

/** Flex fills its container, not the window, so the container has to. */
export const HOST_STYLE = `
html { height: 100%; }
body, #container, .Twilio-ContactCenter-Container { width: 100vw; height: 100vh; margin: 0; display: flex; }
`;
