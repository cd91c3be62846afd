import { isObject } from '../../../display/json';
import { CONTRACT, EDITOR_GLOBAL, EDITOR_SCRIPT, type EditorModule } from './contract';

/** Why there is no editor: its script did not come, or it belongs to another version of the plugin. */
export type EditorTrouble = 'unreachable' | 'other-version';

export class EditorError extends Error {
  constructor(readonly trouble: EditorTrouble) {
    super(trouble);
    this.name = 'EditorError';
  }
}

function registered(): EditorModule | undefined {
  const found: unknown = Reflect.get(window, EDITOR_GLOBAL);
  return isObject(found) ? (found as unknown as EditorModule) : undefined;
}

/** The address of the editor's script. The version keeps caches from handing out another version's. */
function addressOf(base: string, version: string): string {
  return `${base}/${EDITOR_SCRIPT}?v=${encodeURIComponent(version)}`;
}

function addScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.async = true;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new EditorError('unreachable'));
    };
    document.head.append(script);
  });
}

/**
 * Loads the editor as a second classic script, once per page. Rejects with an `EditorError`; another call tries again.
 */
export async function loadEditor(base: string, version: string): Promise<EditorModule> {
  if (registered() === undefined) await addScript(addressOf(base, version));
  const module = registered();
  if (module === undefined) throw new EditorError('unreachable');
  if (module.contract !== CONTRACT) throw new EditorError('other-version');
  return module;
}
