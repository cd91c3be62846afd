import React from 'react';
import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';

/** The name of several controls together, looking like the label of one. */
export const GroupLabel: React.FC<{ id: string }> = ({ id, children }) => (
  <Box marginBottom="space20" id={id}>
    <Text as="span" fontSize="fontSize30" fontWeight="fontWeightSemibold" lineHeight="lineHeight20">
      {children}
    </Text>
  </Box>
);
