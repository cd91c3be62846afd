import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// Constants that the build fills in for @twilio/flex-plugin.
for (const name of [
  'PLUGIN_UNIQUE_NAME',
  'PLUGIN_VERSION',
  'FLEX_PLUGIN_SCRIPTS_VERSION',
  'FLEX_PLUGIN_VERSION',
  'FLEX_UI_VERSION',
  'REACT_VERSION',
  'REACT_DOM_VERSION',
]) {
  Object.defineProperty(globalThis, `__FPB_${name}`, { value: 'test', configurable: true });
}

afterEach(() => {
  cleanup();
  localStorage.clear();
});
