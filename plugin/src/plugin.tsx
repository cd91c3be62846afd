import React from 'react';
import { FlexPlugin } from '@twilio/flex-plugin';
import type { Manager } from '@twilio/flex-ui';
import { addAdminView } from './admin/addAdminView';
import { App } from './App';
import { readAgent } from './flex/agent';
import { createRoot, type RootContent } from './flex/createRoot';
import { forgetWithFlex } from './flex/forget';
import { placements, type Flex } from './flex/placements';
import { reportError, warn } from './log';
import { createNotifier } from './notifications/notifier';
import { watchPost } from './notifications/watchPost';
import { watchSchema } from './notifications/watchSchema';
import { prefetchWithFlex } from './persona/prefetch';
import { createServices } from './services';
import { builtIn, readSettings } from './settings';

/** What Flex loads. */
export class CustomerContextPlugin extends FlexPlugin {
  constructor() {
    super('plugin-customer-context');
  }

  /** Adds the panel. Never throws, rejects or waits: Flex would hold up the whole desktop for it. */
  override init(flex: Flex, manager: Manager): void {
    try {
      const settings = readSettings(builtIn, warn);
      const notifier = createNotifier(flex, () => readAgent(manager).isAdmin);
      const services = createServices(
        settings,
        () => manager.user.token,
        (post) => watchPost(post, notifier),
      );
      watchSchema(services.schema, notifier);
      const Content = (content: RootContent): React.ReactElement => <App {...content} services={services} />;
      placements[settings.placement](flex, createRoot(flex, manager, Content));
      forgetWithFlex(flex, manager, services);
      if (services.personas !== undefined) prefetchWithFlex(manager, services.personas, services.shownTimes);
      addAdminView(flex, manager, services, notifier, settings.functionsBase);
    } catch (error) {
      reportError('The plugin could not be started', error);
    }
  }
}
