import React from 'react';
import { CustomizationProvider } from '@twilio-paste/core/customization';

/** The part of Flex's theme that says how Paste should look. */
export interface FlexTheme {
  isLight?: boolean;
  tokens?: unknown;
}

// Passed on to the element that the provider draws; its types leave it out.
// Takes the room that Flex has and scrolls in itself, whether Flex lays it out as a block or in a flex box.
const fill = {
  style: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 0',
    height: '100%',
    minHeight: 0,
    minWidth: 0,
    width: '100%',
  },
};

/**
 * Paste's theme for one root of ours, light or dark as Flex is and with its tokens. Each root brings its own, so that
 * nothing depends on what other plugins tell Flex about Paste.
 */
export function PasteTheme({ theme, children }: { theme: FlexTheme; children: React.ReactNode }): React.ReactElement {
  const tokens = typeof theme.tokens === 'object' && theme.tokens !== null ? theme.tokens : {};
  return (
    <CustomizationProvider baseTheme={theme.isLight === false ? 'dark' : 'default'} theme={tokens} {...fill}>
      {children}
    </CustomizationProvider>
  );
}
