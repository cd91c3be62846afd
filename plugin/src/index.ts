import * as FlexPlugin from '@twilio/flex-plugin';
import { CustomerContextPlugin } from './plugin';

// Flex reads `document.currentScript` in here, so it has to run as the script loads.
FlexPlugin.loadPlugin(CustomerContextPlugin);
