import React from 'react';

/** The parts of Flex UI that the plugin uses, small enough for unit tests. The real one is for end-to-end tests. */

class ContentStore {
  added: { element: React.ReactElement; options: unknown }[] = [];
  add = (element: React.ReactElement, options?: unknown): void => void this.added.push({ element, options });
  replace = (): never => {
    throw new Error('The plugin adds, it never replaces');
  };
  removed: string[] = [];
  remove = (key: string): void => void this.removed.push(key);
}

interface FromFlex {
  task?: unknown;
  theme?: unknown;
}

/** What the stub's `withTaskContext` and `withTheme` give to what they wrap. */
export const FlexContext = React.createContext<FromFlex>({});

const withContext =
  (name: keyof FromFlex) =>
  (Wrapped: React.ComponentType<FromFlex>): React.ComponentType<FromFlex> =>
  (props) => {
    const context = React.useContext(FlexContext);
    return React.createElement(Wrapped, { ...props, [name]: context[name] });
  };

type Listener = (payload: unknown) => void;

class Events {
  private listeners = new Map<string, Listener[]>();
  addListener = (name: string, listener: Listener): void => {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  };
  emit(name: string, payload?: unknown): void {
    for (const listener of this.listeners.get(name) ?? []) listener(payload);
  }
}

/** Flex's notifications: what is registered, and what stands on the screen. */
class Notifications {
  registered = new Map<string, { id: string; type: string; timeout?: number; closeButton?: boolean }>();
  shown: { id: string; text: string }[] = [];
  /** All that were ever shown. */
  history: string[] = [];
  registerNotification = (notification: { id: string; type: string }): void => {
    this.registered.set(notification.id, notification);
  };
  showNotification = (id: string, { text }: { text: string }) => {
    if (!this.registered.has(id)) throw new Error(`Notification ${id} is not registered.`);
    const instance = { id, text };
    this.shown.push(instance);
    this.history.push(text);
    return instance;
  };
  dismissNotification = (instance: { id: string; text: string }): void => {
    this.shown = this.shown.filter((one) => one !== instance);
  };
}

/** A Flex of its own for each test. */
export function createFlex() {
  const events = new Events();
  return {
    CRMContainer: { Content: new ContentStore() },
    TaskCanvasTabs: { Content: new ContentStore() },
    UnifiedProfilesContainer: { ProfileTabs: { Content: new ContentStore() } },
    Tab: ({ children }: { children?: React.ReactNode }) => React.createElement(React.Fragment, null, children),
    withTaskContext: withContext('task'),
    withTheme: withContext('theme'),
    Actions: events,
    Notifications: new Notifications(),
    NotificationType: { error: 'error', warning: 'warning', success: 'success', information: 'information' },
  };
}

/** A manager with an agent logged in. */
export function createManager({ roles = ['agent'], token = 'token' }: { roles?: string[]; token?: string } = {}) {
  return {
    user: { identity: 'ana', roles, token },
    workerClient: { sid: 'WK1', attributes: { team: 'support' } },
    localization: { localeTag: 'en-US' },
    events: new Events(),
  };
}
