import { describe, expect, it } from 'vitest';
import { pluginDefines } from './environment';

describe('constants of the plugin bundle', () => {
  it('carry FLEX_APP_ variables', () => {
    expect(pluginDefines({ FLEX_APP_PLACEMENT: 'tab' })).toMatchObject({ 'process.env.FLEX_APP_PLACEMENT': '"tab"' });
  });

  it('carry no other variable, whatever its name looks like', () => {
    const canaries = {
      AUTH_TOKEN: 'canary-1',
      SEGMENT_PERSONA_KEY: 'canary-2',
      MY_FLEX_APP_KEY: 'canary-3',
      flex_app_key: 'canary-4',
      'FLEX_APP_x"; alert(1)': 'canary-5',
    };
    expect(JSON.stringify(pluginDefines(canaries))).not.toContain('canary');
  });
});
