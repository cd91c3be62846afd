import React from 'react';
import type * as FlexUi from '@twilio/flex-ui';
import type { Placement } from '../settings';
import { strings } from '../strings';

export type Flex = typeof FlexUi;

const name = 'customer-context';

/** Where the panel goes in Flex. Always beside what is there, never instead of it. */
export const placements: Record<Placement, (flex: Flex, Root: React.ComponentType) => void> = {
  panel2: (flex, Root) => {
    flex.CRMContainer.Content.add(<Root key={name} />, { sortOrder: -1 });
    // Where no CRM is set up, Flex fills the room with a picture that advertises one.
    flex.CRMContainer.Content.remove('placeholder');
  },
  tab: (flex, Root) => {
    flex.TaskCanvasTabs.Content.add(
      <flex.Tab key={name} uniqueName={name} label={strings.title}>
        <Root />
      </flex.Tab>,
    );
  },
  profiles: (flex, Root) => {
    flex.UnifiedProfilesContainer.ProfileTabs.Content.add(
      <flex.Tab key={name} uniqueName={name} label={strings.title}>
        <Root />
      </flex.Tab>,
    );
  },
};
